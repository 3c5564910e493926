using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Known;

internal static class Entra
{
    public static IdentityProviderFacts Facts { get; } =
        new("entra", "Microsoft Entra ID")
        {
            Source =
                "learn.microsoft.com/entra: access token and ID token claims references, error codes, on-behalf-of flow; entra-docs secure-mcp-server-with-entra-id; issues 73460 of anthropics/claude-code, 514 and 851 of anthropics/claude-ai-mcp",
            Issuers =
            [
                "https://login.microsoftonline.com/{tenant}/v2.0",
                "https://login.microsoftonline.com/{tenant}",
                "https://login.microsoftonline.us/{tenant}/v2.0",
                "https://login.partner.microsoftonline.cn/{tenant}/v2.0",
                "https://login.chinacloudapi.cn/{tenant}/v2.0",
                "https://sts.windows.net/{tenant}/",
                "https://{name}.ciamlogin.com/{tenant}/v2.0",
            ],
            Settings =
            [
                new ProviderSetting(
                    "appIdUri",
                    "The Application ID URI of your app registration (Expose an API), such as api://11111111-2222-3333-4444-555555555555. Needed only where scopes of your own API are asked for, or tokens of Entra are accepted as they are."
                ),
            ],
            Metadata = [MetadataForm.OpenIdAppended],
            MetadataIssuers = ["{origin}/{tid}/v2.0"],
            TokenIssuers = ["{origin}/{tid}/v2.0"],
            Scopes = new ScopeFacts { Prefix = "{appIdUri}/" },
            Identity = new IdentityFacts
            {
                Subject = ["tid", "oid"],
                DisplayName = ["name", "preferred_username"],
                UserName = ["preferred_username", "upn"],
                // An administrator of any tenant writes any address there; only this optional claim says that the domain is theirs.
                EmailVerified = "xms_edov",
                Tenant = "tid",
            },
            Admits =
                "The people and guests of one tenant; with common, organizations or consumers in the issuer everybody with a Microsoft account.",
            TenantsOfEverybody = ["common", "organizations", "consumers", "9188040d-6c67-4c5b-b112-36a304b66dad"],
            IssuersOfEverybody = ["https://{name}.ciamlogin.com/{tenant}/v2.0"],
            Errors = EntraErrors.All,
            Revocation = RevocationForm.None,
            Exchange = ExchangeForm.OnBehalfOf,
            AccessTokens = new AccessTokenFacts
            {
                Issuers =
                [
                    "{origin}/{tid}/v2.0",
                    "https://sts.windows.net/{tid}/",
                    "https://sts.chinacloudapi.cn/{tid}/",
                ],
                Audiences = ["{clientId}", "{appIdUri}"],
                Scopes = ["scp"],
                Client = ["azp", "appid"],
            },
            Quirks =
            [
                "Write the issuer with /v2.0 at its end; the one without it is of the older endpoint, which knows no scopes.",
                "Which version an access token has is decided by requestedAccessTokenVersion in the manifest of the API, not by the endpoint: 1 names sts.windows.net as its issuer.",
                "It does PKCE with S256 and does not say so in its metadata.",
                "A parameter resource that is not the Application ID URI of all scopes asked for is AADSTS9010010; it never gets one from here.",
                "More than 200 groups are not in the token (150 in SAML): only a pointer is. Use app roles in the place of groups, or let the app registration emit only the groups assigned to the application.",
                "The callback must be registered as Web: as Single-page application its refresh tokens end after 24 hours.",
                "There is no revocation endpoint: an administrator ends sessions in Entra.",
            ],
        };
}
