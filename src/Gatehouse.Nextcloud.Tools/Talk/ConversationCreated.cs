using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>A conversation that was made, or was there already between two people.</summary>
internal sealed record ConversationCreated(
    ConversationItem Conversation,
    [property: Description("Who was added.")] IReadOnlyList<string> Added,
    [property: Description("Who could not be added, and why.")] IReadOnlyList<NotAdded> NotAdded
);
