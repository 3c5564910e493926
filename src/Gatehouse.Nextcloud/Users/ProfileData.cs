namespace Gatehouse.Nextcloud.Users;

/// <summary>An account as the API writes it, as far as it is used; what is not filled in is an empty text.</summary>
internal sealed record ProfileData(
    string? Id,
    string? Displayname,
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
    string[]? Groups,
    string? Language,
    string? Timezone,
    QuotaData? Quota
);
