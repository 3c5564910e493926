namespace Gatehouse.Testing.Providers.Quirks;

/// <summary>Dex: a short list of scopes, access tokens that look like ID tokens.</summary>
public static class DexProvider
{
    /// <summary>As it is.</summary>
    public static ProviderQuirks Today { get; } =
        new("dex", "Dex")
        {
            IssuerPath = "/dex",
            MetadataPaths = ["{path}/.well-known/openid-configuration"],
            MetadataHas = """{"code_challenge_methods_supported":["S256","plain"]}""",
            Paths = new ProviderPaths
            {
                Authorize = "/dex/auth",
                Token = "/dex/token",
                Keys = "/dex/keys",
                Account = "/dex/userinfo",
                Introspect = null,
                Revoke = null,
                Device = "/dex/device/code",
            },
            IdClaims = """{"sub":"CgNhbGljZRIF{sub}"}""",
            AccountClaims = """{"sub":"CgNhbGljZRIF{sub}"}""",
            AccessToken = new AccessTokenQuirks
            {
                Type = null,
                Lifetime = 86399,
                Claims = """{"sub":"CgNhbGljZRIF{sub}","aud":"{audience}","at_hash":"{jti}","jti":null}""",
            },
            Scopes = new ScopeQuirks
            {
                Known = ["openid", "email", "groups", "profile", "offline_access", "federated:id"],
                Advertised = ["openid", "email", "groups", "profile", "offline_access"],
                Required = "openid",
            },
            ClientAuthentication = ["client_secret_basic", "client_secret_post"],
            TokenAnswer = new TokenAnswerQuirks { TokenType = "bearer", HasScope = false },
            Errors = new ProviderErrors
            {
                UnknownClient = new ErrorWords("invalid_client", "Invalid client_id (\"{askedClient}\").", 404),
                BadRedirect = new ErrorWords("invalid_request", "Unregistered redirect_uri."),
                BadScope = new ErrorWords("invalid_scope", "Unrecognized scope(s) [\"{askedScope}\"]"),
                BadClient = new ErrorWords("invalid_client", "Invalid client credentials.", 401),
                BadCode = new ErrorWords("invalid_grant", "Invalid or expired code parameter."),
                DeadRefreshToken = new ErrorWords(
                    "invalid_request",
                    "Refresh token is invalid or has already been claimed by another client."
                ),
            },
        };
}
