using Gatehouse.IdentityProviders.Facts;
using static Gatehouse.IdentityProviders.Facts.ProviderRemedy;

namespace Gatehouse.IdentityProviders.Known;

internal static class Cognito
{
    public static IdentityProviderFacts Facts { get; } =
        new("cognito", "AWS Cognito")
        {
            Source =
                "docs.aws.amazon.com/cognito: user pool endpoints, access token, resource servers and resource binding; issue 18674 of vercel/ai, 309 of anthropics/claude-ai-mcp",
            Issuers =
            [
                "https://cognito-idp.{region}.amazonaws.com/{pool}",
                "https://cognito-idp.{region}.amazonaws.com.cn/{pool}",
            ],
            Settings =
            [
                new ProviderSetting(
                    "resourceServerId",
                    "The identifier of your resource server (Branding, Domain, Resource servers), put before the scopes of your own, such as https://mcp.example.com/mcp."
                ),
            ],
            Metadata = [MetadataForm.OpenIdAppended],
            Scopes = new ScopeFacts { Offline = null, Prefix = "{resourceServerId}/" },
            Identity = new IdentityFacts
            {
                DisplayName = ["name", "preferred_username", "cognito:username", "email"],
                // People change preferred_username, and choose cognito:username when they sign up.
                Groups = "cognito:groups",
                Roles = "cognito:roles",
            },
            Admits = "Everybody: a new user pool lets people sign up by themselves.",
            AdmitsEverybody = true,
            Errors =
            [
                new(
                    "invalid_scope",
                    AskOperator,
                    "A scope was asked for that this app client may not have.",
                    "In the app client, Login pages, OpenID Connect scopes: tick openid, profile and email, and the scopes of your resource server; never configure offline_access."
                ),
                new(
                    "redirect_mismatch",
                    AskOperator,
                    "Cognito does not know the address it is to send you back to.",
                    "In the app client, Login pages, Allowed callback URLs: add the callback address of this server, letter for letter."
                ),
                new(
                    "unauthorized_client",
                    AskOperator,
                    "The app client may not use this way to sign in.",
                    "In the app client, Login pages: allow Authorization code grant."
                ),
                new(
                    "invalid_client",
                    AskOperator,
                    "Cognito does not know the app client or its secret.",
                    "Compare clientId and the secret with the app client of this user pool; a client without a secret must have none configured."
                ),
                new(
                    "invalid_grant",
                    SignInAgain,
                    "The code was used before or came too late, or the sign-in has ended at Cognito.",
                    "Sign in again."
                ),
            ],
            Revocation = RevocationForm.RefreshTokensOnly,
            AccessTokens = new AccessTokenFacts
            {
                Required = new Dictionary<string, string> { ["token_use"] = "access", ["client_id"] = "{clientId}" },
                Scopes = ["scope"],
                Client = ["client_id"],
            },
            Quirks =
            [
                "Its endpoints are at your domain, not at the issuer's host; the metadata names them.",
                "It does PKCE with S256 and does not say so in its metadata.",
                "offline_access ends a sign-in with invalid_scope; a refresh token comes without it.",
                "A refresh brings no new refresh token unless rotation is on; the old one stays.",
                "Access tokens name no audience unless the pool binds resources (managed login, Essentials or Plus); the app client they name takes its place.",
                "Its errors come without a description.",
            ],
        };
}
