using System.Globalization;
using System.Text.Json;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Users;

/// <summary>
/// The people and groups of a cloud, as far as an ordinary account sees them. All methods throw <see cref="NextcloudException"/> when the
/// cloud does not do what was asked.
/// </summary>
public sealed class PeopleClient(NextcloudTransport transport)
{
    private const string Autocomplete = "/ocs/v2.php/core/autocomplete/get";

    /// <summary>
    /// People, and groups when asked for, whose name, user id or mail address fits. The administrator decides who is found; at most
    /// <paramref name="limit"/> (1 to 200), without pages.
    /// </summary>
    public async Task<IReadOnlyList<FoundPerson>> FindAsync(
        NextcloudAccount account,
        string text,
        bool withGroups,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var types = withGroups ? "&shareTypes[]=0&shareTypes[]=1" : "&shareTypes[]=0";
        var query = string.Create(
            CultureInfo.InvariantCulture,
            $"?search={Uri.EscapeDataString(text)}&itemType=&itemId={types}&limit={Math.Clamp(limit, 1, 200)}"
        );
        var request = OcsCall.Get(Autocomplete + query, "Looking for people");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var found = OcsCall.DataOf(request, answer, UsersJson.Default.OcsEnvelopeAutocompleteDataArray);
        return [.. found.Where(f => !string.IsNullOrEmpty(f.Id)).Select(Read)];
    }

    /// <summary>The user ids of a group's members. Only of groups the person is in, or all for an administrator.</summary>
    public async Task<IReadOnlyList<string>> MembersAsync(
        NextcloudAccount account,
        string group,
        CancellationToken cancellationToken
    )
    {
        var request = OcsCall.Get(
            $"/ocs/v2.php/cloud/groups/{Uri.EscapeDataString(group)}/users",
            $"Listing who is in the group '{group}'"
        );
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return OcsCall.DataOf(request, answer, UsersJson.Default.OcsEnvelopeUserList).Users ?? [];
    }

    /// <summary>The ids of the groups a person is in.</summary>
    public async Task<IReadOnlyList<string>> GroupsAsync(
        NextcloudAccount account,
        string user,
        CancellationToken cancellationToken
    )
    {
        var request = OcsCall.Get(
            $"/ocs/v2.php/cloud/users/{Uri.EscapeDataString(user)}/groups",
            $"Listing the groups of '{user}'"
        );
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return OcsCall.DataOf(request, answer, UsersJson.Default.OcsEnvelopeGroupList).Groups ?? [];
    }

    /// <summary>The person's own profile.</summary>
    public async Task<Profile> OwnProfileAsync(NextcloudAccount account, CancellationToken cancellationToken)
    {
        var request = OcsCall.Get("/ocs/v2.php/cloud/user", "Reading your profile");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return Read(OcsCall.DataOf(request, answer, UsersJson.Default.OcsEnvelopeProfileData));
    }

    private static FoundPerson Read(AutocompleteData data) =>
        new(
            data.Id!,
            string.IsNullOrEmpty(data.Label) ? data.Id! : data.Label,
            data.Source == "groups",
            Filled(data.ShareWithDisplayNameUnique) ?? Filled(data.Subline),
            Filled(data.Status?.Status),
            Filled(data.Status?.Message)
        );

    private static Profile Read(ProfileData data) =>
        new(
            data.Id ?? "",
            Filled(data.Displayname) ?? data.Id ?? "",
            Filled(data.Email),
            Filled(data.Phone),
            Filled(data.Address),
            Filled(data.Website),
            Filled(data.Organisation),
            Filled(data.Role),
            Filled(data.Headline),
            Filled(data.Biography),
            Filled(data.Pronouns),
            Filled(data.Manager),
            [.. data.Groups ?? []],
            Filled(data.Language),
            Filled(data.Timezone),
            data.Quota?.Used,
            data.Quota?.Quota is { ValueKind: JsonValueKind.Number } quota
            && quota.TryGetInt64(out var bytes)
            && bytes >= 0
                ? bytes
                : null
        );

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
