using System.ComponentModel;
using Gatehouse.Nextcloud.Facts;
using Gatehouse.Nextcloud.Transport;
using Gatehouse.Nextcloud.Users;

namespace Gatehouse.Nextcloud.Tools.Users;

/// <summary>The person these tools work for, and their cloud.</summary>
internal sealed record ProfileAnswer(
    [property: Description("User id.")] string Id,
    string Name,
    IReadOnlyList<string> Groups,
    [property: Description("IANA name.")] string TimeZone,
    [property: Description("Address of the cloud.")] string Cloud,
    [property: Description("Version of Nextcloud.")] string CloudVersion,
    [property: Description("Ids of the apps this person has.")] IReadOnlyCollection<string> Apps,
    string? Email = null,
    string? Phone = null,
    string? Address = null,
    string? Website = null,
    string? Organisation = null,
    string? Role = null,
    string? Headline = null,
    string? Biography = null,
    string? Pronouns = null,
    [property: Description("User id of their manager.")] string? Manager = null,
    string? Language = null,
    long? UsedBytes = null,
    [property: Description("Absent: no limit.")] long? QuotaBytes = null
)
{
    public static ProfileAnswer Of(CloudAddress cloud, Profile profile, PersonFacts facts) =>
        new(
            profile.Id,
            profile.Name,
            profile.Groups,
            profile.TimeZone ?? facts.TimeZone,
            cloud.Value,
            facts.Version,
            facts.Apps,
            profile.Email,
            profile.Phone,
            profile.Address,
            profile.Website,
            profile.Organisation,
            profile.Role,
            profile.Headline,
            profile.Biography,
            profile.Pronouns,
            profile.Manager,
            profile.Language,
            profile.UsedBytes,
            profile.QuotaBytes
        );
}
