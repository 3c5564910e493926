using Gatehouse.IdentityProviders.Facts;
using static Gatehouse.IdentityProviders.Facts.ProviderRemedy;

namespace Gatehouse.IdentityProviders.Known;

internal static class PingOne
{
    public static IdentityProviderFacts Facts { get; } =
        new("pingone", "PingOne")
        {
            Source = "docs.pingidentity.com/pingone: OpenID Connect, resources and their scopes",
            Issuers = ["https://auth.pingone.{region}/{environment}/as"],
            Settings =
            [
                new ProviderSetting(
                    "resourceAudience",
                    "The Audience of your custom resource (Applications, Resources). Needed only where tokens of PingOne are accepted as they are."
                ),
            ],
            Metadata = [MetadataForm.OpenIdAppended],
            Scopes = new ScopeFacts { Offline = null },
            Identity = new IdentityFacts { Roles = null },
            Admits =
                "The people of the environment; everybody where its authentication policy allows registration, which it does not at first.",
            Errors =
            [
                new(
                    "May not request scopes for multiple resources",
                    AskOperator,
                    "Scopes of PingOne's own API and of your resource were asked for at once.",
                    "Leave the scopes of one resource in the configuration, or let the application ask for several."
                ),
                new(
                    "Redirect URI mismatch",
                    AskOperator,
                    "PingOne does not know the address it is to send you back to.",
                    "In the application, Configuration, Redirect URIs: add the callback address of this server."
                ),
                new(
                    "invalid_scope",
                    AskOperator,
                    "A scope was asked for that the application may not have.",
                    "In the application, Resources: add it, or take it out of the configuration."
                ),
                new(
                    "invalid_client",
                    AskOperator,
                    "PingOne does not know the application or its credentials.",
                    "Compare clientId, the secret and the token endpoint authentication method with the application."
                ),
                new(
                    "invalid_grant",
                    SignInAgain,
                    "The code was used before or came too late, or the sign-in has ended at PingOne.",
                    "Sign in again."
                ),
            ],
            Exchange = ExchangeForm.TokenExchange,
            AccessTokens = new AccessTokenFacts { Audiences = ["{resourceAudience}"] },
            Quirks =
            [
                "Scopes of its own API and of a custom resource cannot be asked for together unless the application allows it.",
                "A refresh token comes when the application has the grant Refresh Token, without a scope for it.",
                "Groups need an attribute mapping of the application, such as groups to Group Names.",
            ],
        };
}
