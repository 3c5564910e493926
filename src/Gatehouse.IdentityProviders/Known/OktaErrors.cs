using Gatehouse.IdentityProviders.Facts;
using static Gatehouse.IdentityProviders.Facts.ProviderRemedy;

namespace Gatehouse.IdentityProviders.Known;

/// <summary>What Okta's errors mean, those of the organisation and those of custom authorization servers.</summary>
internal static class OktaErrors
{
    public static IReadOnlyList<ProviderError> All { get; } =
    [
        new(
            "Policy evaluation failed",
            AskOperator,
            "No access policy of the authorization server allows this sign-in.",
            "In Okta, Security, API, the authorization server, Access Policies: add a rule for this application with the grant Authorization Code and the scopes asked for."
        ),
        new(
            "User is not assigned to the client application",
            Denied,
            "You are not assigned to this application in Okta.",
            "Ask the administrator to assign you: Applications, the application, Assignments."
        ),
        new(
            "One or more scopes are not configured",
            AskOperator,
            "A scope was asked for that the authorization server does not have.",
            "In Okta, Security, API, the authorization server, Scopes: add it, or take it out of the configuration."
        ),
        new(
            "The authorization server resource does not have any configured default scopes",
            AskOperator,
            "No scope was asked for, and the authorization server has no default.",
            "Update this server: it always asks for openid. If the configuration overrides the parameter scope, remove it."
        ),
        new(
            "The 'redirect_uri' parameter must be a Login redirect URI",
            AskOperator,
            "Okta does not know the address it is to send you back to.",
            "In the application, General, Sign-in redirect URIs: add the callback address of this server, letter for letter."
        ),
        new(
            "The client secret supplied for a confidential client is invalid",
            AskOperator,
            "The client secret is not the one Okta knows.",
            "Copy it from the application, General, Client Credentials, into the configuration."
        ),
        new("The refresh token is invalid or expired", SignInAgain, "The sign-in has ended at Okta.", "Sign in again."),
        new(
            "The authorization code is invalid or has expired",
            SignInAgain,
            "The code was used before or came too late.",
            "Sign in again."
        ),
        new(
            "E0000005",
            AskOperator,
            "Okta refused a call that only an administrator's session may make.",
            "Register the application by hand in Okta; it does not let servers register themselves."
        ),
        new(
            "E0000011",
            AskOperator,
            "Okta did not take the token of a call.",
            "Register the application by hand in Okta; it does not let servers register themselves."
        ),
        new("E0000047", TryLater, "Okta allows no more calls for the moment.", "Wait a minute and try again."),
    ];
}
