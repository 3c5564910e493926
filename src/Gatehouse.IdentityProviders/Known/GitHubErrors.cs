using Gatehouse.IdentityProviders.Facts;
using static Gatehouse.IdentityProviders.Facts.ProviderRemedy;

namespace Gatehouse.IdentityProviders.Known;

/// <summary>What GitHub's errors mean; they come with status 200.</summary>
internal static class GitHubErrors
{
    public static IReadOnlyList<ProviderError> All { get; } =
    [
        new("bad_verification_code", SignInAgain, "The code was used before or came too late.", "Sign in again."),
        new(
            "bad_refresh_token",
            SignInAgain,
            "The sign-in has ended at GitHub, or its refresh token was used twice.",
            "Sign in again."
        ),
        new(
            "incorrect_client_credentials",
            AskOperator,
            "GitHub does not know the client identifier or its secret.",
            "Compare clientId with the application, and generate a new client secret if the old one is no longer at hand."
        ),
        new(
            "redirect_uri_mismatch",
            AskOperator,
            "GitHub does not know the address it is to send you back to.",
            "In the application: set the callback URL to the callback address of this server."
        ),
        new(
            "unverified_user_email",
            SignInAgain,
            "GitHub wants your e-mail address confirmed first.",
            "Confirm it in the e-mail settings of GitHub, then sign in again."
        ),
        new(
            "application_suspended",
            AskOperator,
            "GitHub has suspended the application.",
            "The owner of the application turns to GitHub's support."
        ),
        new(
            "access_denied",
            Denied,
            "You did not authorize the application.",
            "Sign in again and authorize it, if you want the connection."
        ),
        new(
            "Bad credentials",
            SignInAgain,
            "The sign-in has ended at GitHub: the authorization was revoked, or not used for a year.",
            "Sign in again."
        ),
        new(
            "API rate limit exceeded",
            TryLater,
            "GitHub allows no more calls for the moment.",
            "Wait until the hour is over and try again."
        ),
    ];
}
