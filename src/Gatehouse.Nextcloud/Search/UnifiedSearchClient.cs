using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Facts;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Search;

/// <summary>
/// The unified search: one question to many apps. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.
/// </summary>
public sealed class UnifiedSearchClient(NextcloudTransport transport, TimeProvider time)
{
    private const string Path = "/ocs/v2.php/search/providers";

    private readonly PersonCache<IReadOnlyList<SearchProvider>> people = new(time, TimeSpan.FromMinutes(5));

    /// <summary>What can be searched in, kept five minutes for each person. A search with any other id is answered with 500.</summary>
    public ValueTask<IReadOnlyList<SearchProvider>> ProvidersAsync(
        NextcloudAccount account,
        CancellationToken cancellationToken
    ) => people.GetAsync(account, token => AskAsync(account, token), cancellationToken);

    /// <summary>Searches with one provider; <paramref name="limit"/> 1 to 100, which not every provider keeps to.</summary>
    public async Task<SearchPage> SearchAsync(
        NextcloudAccount account,
        string provider,
        string term,
        int limit,
        string? cursor,
        CancellationToken cancellationToken
    )
    {
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"{Path}/{Uri.EscapeDataString(provider)}/search?term={Uri.EscapeDataString(term)}&limit={Math.Clamp(limit, 1, 100)}"
        );
        if (cursor is not null)
            path += $"&cursor={Uri.EscapeDataString(cursor)}";
        var request = OcsCall.Get(path, $"Searching '{provider}'");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var page = OcsCall.DataOf(request, answer, UnifiedSearchJson.Default.OcsEnvelopePageData);
        var hits = page.Entries ?? [];
        return new(
            [.. hits.Select(hit => Read(account.Cloud, hit))],
            // Providers hand out a cursor even when they found nothing.
            page.IsPaginated
            && hits.Length > 0
                ? page.Cursor
                : null
        );
    }

    private async Task<IReadOnlyList<SearchProvider>> AskAsync(
        NextcloudAccount account,
        CancellationToken cancellationToken
    )
    {
        var request = OcsCall.Get(Path, "Asking what can be searched");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var providers = OcsCall.DataOf(request, answer, UnifiedSearchJson.Default.OcsEnvelopeProviderDataArray);
        return
        [
            .. providers
                .Where(p => !string.IsNullOrEmpty(p.Id))
                .Select(p => new SearchProvider(p.Id!, p.AppId ?? "", p.Name ?? p.Id!, p.IsExternalProvider)),
        ];
    }

    private static SearchHit Read(CloudAddress cloud, HitData hit) =>
        new(
            hit.Title ?? "",
            hit.Subline ?? "",
            hit.ResourceUrl switch
            {
                null or "" => null,
                // The cloud's own path is in it already.
                ['/', ..] path => cloud.Origin + path,
                var url => url,
            },
            hit.Attributes is { ValueKind: JsonValueKind.Object } map
                ? map.EnumerateObject()
                    .Where(a => RichText.Member(map, a.Name) is not null)
                    .ToImmutableSortedDictionary(
                        a => a.Name,
                        a => RichText.Member(map, a.Name)!,
                        StringComparer.Ordinal
                    )
                : ImmutableSortedDictionary<string, string>.Empty
        );
}
