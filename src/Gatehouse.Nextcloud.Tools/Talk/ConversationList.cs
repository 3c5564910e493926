using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>A page of conversations.</summary>
internal sealed record ConversationList(
    IReadOnlyList<ConversationItem> Conversations,
    [property: Description("Pass it as cursor for the next page; absent at the end.")] string? NextCursor = null
);
