using Gatehouse.IdentityProviders.Identity;

namespace Gatehouse.IdentityProviders.ResourceServer;

/// <summary>
/// RFC 9068 §4, RFC 8725 §3.11: nothing but an access token is taken for one. ID tokens are signed by the same keys and often say the same audience, so a
/// token that does not name its type has to hold something that only access tokens hold, and nothing that only others do.
/// </summary>
internal static class AccessTokenRule
{
    // OpenID Connect Core §2, §3.3.2.11 (ID tokens); RFC 8417 (events, logout tokens).
    private static readonly string[] OfOthers = ["nonce", "at_hash", "c_hash", "s_hash", "events"];

    // RFC 9068 §2.2.3; Auth0's and Okta's forms of the same.
    private static readonly string[] OfAccessTokens = ["scope", "scp", "permissions"];

    // Entra: only access tokens say how their client was authenticated, and that they are an application's own.
    private static readonly string[] OfApplications = ["azpacr", "appidacr"];

    /// <summary>Why it is none, for the log; null when it is one.</summary>
    public static string? Refuses(Claims claims, TokenType type)
    {
        if (type == TokenType.Other)
        {
            return "its type says that it is something else than an access token";
        }

        // Keycloak: Bearer, ID, Refresh, Offline, Logout, DPoP. Cognito: access, id.
        if (claims.Text("typ") is { } inner && !inner.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            return "its claim typ says that it is no bearer token";
        }

        if (claims.Text("token_use") is { } use && use != "access")
        {
            return "its claim token_use says that it is no access token";
        }

        if (OfOthers.FirstOrDefault(claims.Has) is { } foreign)
        {
            return $"it holds {foreign}, as only ID and logout tokens do";
        }

        // RFC 9449 §7.1, RFC 8705 §3: bound to a key, so whoever shows it has to prove that they have the key.
        if (claims.Has("cnf"))
        {
            return "it is bound to a key of its client (cnf) and cannot be taken as a bearer token";
        }

        return type == TokenType.AccessToken || IsProvedBy(claims)
            ? null
            : "nothing in it shows that it is an access token and no ID token: it has no scope, and its header says no at+jwt";
    }

    private static bool IsProvedBy(Claims claims) =>
        claims.Text("typ") is not null
        || claims.Text("token_use") is not null
        || OfAccessTokens.Any(claims.Has)
        || (claims.Has("roles") && OfApplications.Any(claims.Has));
}
