using Gatehouse.IdentityProviders.Facts;
using static Gatehouse.IdentityProviders.Facts.ProviderRemedy;

namespace Gatehouse.IdentityProviders.Known;

internal static class Descope
{
    public static IdentityProviderFacts Facts { get; } =
        new("descope", "Descope")
        {
            Source = "docs.descope.com: agentic identity hub, MCP servers, inbound applications",
            Issuers =
            [
                "https://api.descope.com/v1/apps/agentic/{project}/{server}",
                "https://api.{region}.descope.com/v1/apps/agentic/{project}/{server}",
                "https://api.descope.com/v1/apps/{project}",
                "https://api.{region}.descope.com/v1/apps/{project}",
            ],
            Metadata = [MetadataForm.OpenIdAppended],
            Identity = new IdentityFacts { Tenant = "dct" },
            Admits = "Everybody: the flows of a new project let people sign up by themselves.",
            AdmitsEverybody = true,
            Errors =
            [
                new(
                    "invalid_target",
                    AskOperator,
                    "Descope has no MCP server of the resource asked for.",
                    "Take resource out of the configured parameters."
                ),
                new(
                    "invalid_client",
                    AskOperator,
                    "Descope does not know the client or its secret.",
                    "Compare clientId and the secret with the application in the console."
                ),
                new(
                    "invalid_scope",
                    AskOperator,
                    "A scope was asked for that the application does not have.",
                    "Add it to the application or the MCP server in the console, or take it out of the configuration."
                ),
                new(
                    "invalid_grant",
                    SignInAgain,
                    "The code was used before or came too late, or the sign-in has ended at Descope.",
                    "Sign in again."
                ),
            ],
            Quirks =
            [
                "Project and MCP server are in the path of the issuer.",
                "MCP clients can use it without a broker when registration or metadata documents are switched on; that is the way for tokens accepted as they are.",
            ],
        };
}
