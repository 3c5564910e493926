using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>Who is in a conversation now.</summary>
internal sealed record ParticipantsAdded(
    string Conversation,
    IReadOnlyList<string> Added,
    [property: Description("Who could not be added, and why.")] IReadOnlyList<NotAdded> NotAdded
);
