using Gatehouse.IdentityProviders.Identity;

namespace Gatehouse.IdentityProviders.ResourceServer;

/// <summary>RFC 7519 §4.1.4 to 4.1.6: alive, and not from the future. Clocks may differ by half a minute.</summary>
internal static class TokenLifetime
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    /// <summary>Why it is not, for the log; null when it is.</summary>
    public static string? Refuses(Claims claims, DateTimeOffset now)
    {
        // A time that cannot be read is as good as one that is over, or far away.
        if (claims.Has("exp") && (claims.Time("exp") ?? DateTimeOffset.MinValue) + Skew <= now)
        {
            return "it has expired";
        }

        return IsLater("nbf") || IsLater("iat") ? "it is from the future; compare the clocks" : null;

        bool IsLater(string claim) => claims.Has(claim) && (claims.Time(claim) ?? DateTimeOffset.MaxValue) - Skew > now;
    }
}
