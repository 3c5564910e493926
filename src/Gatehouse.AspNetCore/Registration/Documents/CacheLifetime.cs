namespace Gatehouse.AspNetCore.Registration.Documents;

/// <summary>RFC 9111 §4.2 for a shared cache that keeps nothing stale, with bounds of our own.</summary>
internal static class CacheLifetime
{
    private static readonly TimeSpan Unsaid = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public static TimeSpan Of(HttpResponseMessage response)
    {
        var said = response.Headers.CacheControl;
        if (said is { NoStore: true } or { NoCache: true } or { Private: true })
        {
            return TimeSpan.Zero;
        }

        var lifetime = said?.SharedMaxAge ?? said?.MaxAge ?? ByExpiry(response) ?? Unsaid;
        lifetime -= response.Headers.Age ?? TimeSpan.Zero;
        return lifetime > Longest ? Longest
            : lifetime < TimeSpan.Zero ? TimeSpan.Zero
            : lifetime;
    }

    private static TimeSpan? ByExpiry(HttpResponseMessage response) =>
        response.Content.Headers.Expires is { } expires && response.Headers.Date is { } date ? expires - date : null;
}
