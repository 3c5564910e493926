using Gatehouse.AspNetCore.Pages;
using Gatehouse.Nextcloud.Errors;

namespace Gatehouse.Nextcloud.Hosting.SignIn;

/// <summary>What the sign-in pages say when Nextcloud does not go along.</summary>
internal static class SignInProblems
{
    public static readonly Problem Expired = new(
        "cloud-sign-in-expired",
        "The sign-in at Nextcloud was not finished in time",
        "Nextcloud keeps a sign-in open for 20 minutes. It was not granted there, or it was refused.",
        "Try again, and press “Grant access” at your Nextcloud."
    );

    public static Problem AccountUnusable(NextcloudError error) =>
        Say("cloud-account-unusable", "Nextcloud let you in, but your account cannot be used", error);

    public static Problem Of(NextcloudError error) =>
        error.Kind switch
        {
            NextcloudErrorKind.Maintenance => Say("cloud-maintenance", "Your Nextcloud is in maintenance mode", error),
            NextcloudErrorKind.AddressMismatch => Say(
                "cloud-address-mismatch",
                "Your Nextcloud gives itself another address",
                error
            ),
            NextcloudErrorKind.CloudUnreachable or NextcloudErrorKind.Unavailable => Say(
                "cloud-unreachable",
                "Your Nextcloud does not answer",
                error
            ),
            NextcloudErrorKind.RateLimited => Say("cloud-throttled", "Your Nextcloud asks to slow down", error),
            NextcloudErrorKind.Forbidden or NextcloudErrorKind.Refused or NextcloudErrorKind.UntrustedDomain => Say(
                "cloud-refused",
                "Your Nextcloud does not let this server start a sign-in",
                error
            ),
            _ => Say("cloud-unexpected", "Your Nextcloud answered in a way nobody expected", error),
        };

    private static Problem Say(string code, string title, NextcloudError error) =>
        new(code, title, error.Cause is null ? error.Summary : $"{error.Summary} {error.Cause}", error.NextStep);
}
