using System.Globalization;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Sharing;

/// <summary>Searches for whom something can be shared with.</summary>
public sealed class ShareesClient(NextcloudTransport transport)
{
    private const string Sharees = "/ocs/v2.php/apps/files_sharing/api/v1/sharees";

    /// <summary>People, groups, teams, addresses and rooms whose name, id or address begins with or holds the term.</summary>
    /// <param name="account">Who asks.</param>
    /// <param name="term">What to search for.</param>
    /// <param name="limit">How many of each kind, 1 to 200.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NextcloudException">The call failed.</exception>
    public async Task<IReadOnlyList<Sharee>> SearchAsync(
        NextcloudAccount account,
        string term,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var query = string.Create(
            CultureInfo.InvariantCulture,
            $"?search={Uri.EscapeDataString(term)}&itemType=file&perPage={Math.Clamp(limit, 1, 200)}"
        );
        var request = OcsCall.Get(Sharees + query, "Searching for whom to share with");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var data = OcsCall.DataOf(request, answer, SharingJson.Default.OcsEnvelopeShareeLists);
        return [.. data.All.Select(Read).OfType<Sharee>().DistinctBy(s => s.Target)];
    }

    private static Sharee? Read(ShareeData data) =>
        data.Value is { ShareWith: { Length: > 0 } id } value && value.ShareType != (int)ShareKind.Link
            ? new(
                new((ShareKind)value.ShareType, id),
                data.Label ?? id,
                data.Unique is { Length: > 0 } unique && unique != id ? unique
                    : data.Subline is { Length: > 0 } subline ? subline
                    : null
            )
            : null;
}
