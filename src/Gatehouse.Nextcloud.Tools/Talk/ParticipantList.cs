using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>A page of who is in a conversation.</summary>
internal sealed record ParticipantList(
    IReadOnlyList<ParticipantItem> Participants,
    [property: Description("Pass it as cursor for the next page; absent at the end.")] string? NextCursor = null
);
