using Gatehouse.IdentityProviders.Facts;
using static Gatehouse.IdentityProviders.Facts.ProviderRemedy;

namespace Gatehouse.IdentityProviders.Known;

internal static class WorkOs
{
    public static IdentityProviderFacts Facts { get; } =
        new("workos", "WorkOS AuthKit")
        {
            Source = "workos.com/docs: AuthKit, MCP, Connect",
            Issuers = ["https://{subdomain}.authkit.app"],
            Metadata = [MetadataForm.OAuthInserted, MetadataForm.OpenIdAppended],
            Identity = new IdentityFacts { Organization = "org_id", Roles = "role" },
            Admits = "Everybody: sign-up is open in a new environment.",
            AdmitsEverybody = true,
            Errors =
            [
                new(
                    "invalid_target",
                    AskOperator,
                    "AuthKit does not know the resource asked for.",
                    "Take resource out of the configured parameters, or add it below Connect, Configuration, Resource indicators."
                ),
                new(
                    "invalid_client",
                    AskOperator,
                    "AuthKit does not know the application or its secret.",
                    "Compare clientId and the secret with the application below Connect."
                ),
                new(
                    "invalid_scope",
                    AskOperator,
                    "A scope was asked for that the application may not have.",
                    "Take it out of the configuration, or allow it for the application."
                ),
                new(
                    "invalid_grant",
                    SignInAgain,
                    "The code was used before or came too late, or the sign-in has ended at AuthKit.",
                    "Sign in again."
                ),
            ],
            AccessTokens = new AccessTokenFacts { Scopes = ["scope", "permissions"] },
            Quirks =
            [
                "Access tokens name the resource only when it is one of the registered resource indicators; otherwise the application.",
                "MCP clients can use it without a broker when registration or metadata documents are switched on; that is the way for tokens accepted as they are.",
            ],
        };
}
