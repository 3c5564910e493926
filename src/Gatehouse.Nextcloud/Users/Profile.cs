using System.Collections.Immutable;

namespace Gatehouse.Nextcloud.Users;

/// <summary>What a person's account says about them; what they did not fill in is null.</summary>
/// <param name="Id">The user id.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="Email">The mail address.</param>
/// <param name="Phone">The telephone number.</param>
/// <param name="Address">Where they live.</param>
/// <param name="Website">Their website.</param>
/// <param name="Organisation">Where they work.</param>
/// <param name="Role">As what.</param>
/// <param name="Headline">One line about them.</param>
/// <param name="Biography">More about them.</param>
/// <param name="Pronouns">Their pronouns.</param>
/// <param name="Manager">The user id of their manager.</param>
/// <param name="Groups">The ids of the groups they are in.</param>
/// <param name="Language">The language of their Nextcloud.</param>
/// <param name="TimeZone">Their time zone (IANA).</param>
/// <param name="UsedBytes">What their files take, in bytes.</param>
/// <param name="QuotaBytes">What they may take; null for no limit.</param>
public sealed record Profile(
    string Id,
    string Name,
    string? Email,
    string? Phone,
    string? Address,
    string? Website,
    string? Organisation,
    string? Role,
    string? Headline,
    string? Biography,
    string? Pronouns,
    string? Manager,
    ImmutableArray<string> Groups,
    string? Language,
    string? TimeZone,
    long? UsedBytes,
    long? QuotaBytes
);
