using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Sharing;

/// <summary>Those who were found, by what they are; <c>exact</c> holds the same lists of those whose name is exactly what was searched.</summary>
internal sealed record ShareeLists(
    ShareeLists? Exact,
    ShareeData[]? Users,
    ShareeData[]? Groups,
    ShareeData[]? Remotes,
    [property: JsonPropertyName("remote_groups")] ShareeData[]? RemoteGroups,
    ShareeData[]? Emails,
    ShareeData[]? Circles,
    ShareeData[]? Rooms
)
{
    public IEnumerable<ShareeData> All =>
        (Exact?.All ?? []).Concat(
            new[] { Users, Groups, Circles, Emails, Rooms, Remotes, RemoteGroups }.SelectMany(list => list ?? [])
        );
}
