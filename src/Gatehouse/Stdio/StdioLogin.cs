using Gatehouse.Nextcloud.Transport;
using Microsoft.Extensions.Options;

namespace Gatehouse.Stdio;

/// <summary>Finds what <c>gatehouse stdio</c> signs in with: the environment first, then what <c>gatehouse login</c> kept.</summary>
internal static class StdioLogin
{
    /// <summary>The login.</summary>
    /// <param name="cloud">The Nextcloud that was named; null for the only one there is a login for.</param>
    /// <param name="internalUrl">The address to call in its place.</param>
    /// <param name="environment">The variables.</param>
    /// <param name="file">The kept logins.</param>
    /// <exception cref="OptionsValidationException">Nothing fits; the message says what to do.</exception>
    public static NextcloudLogin Find(
        string? cloud,
        string? internalUrl,
        Func<string, string?> environment,
        LoginFile file
    )
    {
        var user = environment("GATEHOUSE_USER");
        var secret = Secret(environment);
        if (user is not null || secret is not null)
        {
            return user is null || secret is null
                ? throw Wrong(
                    "Set both GATEHOUSE_USER and GATEHOUSE_APP_PASSWORD (or GATEHOUSE_APP_PASSWORD_FILE), or none of them."
                )
                : Login(
                    cloud ?? throw Wrong("Say which Nextcloud: --cloud https://cloud.example.com"),
                    internalUrl,
                    user,
                    secret
                );
        }

        var kept = file.Read();
        var found = cloud is null
            ? kept.Count == 1
                ? kept[0]
                : null
            : kept.FirstOrDefault(one => one.Cloud == Address(cloud, internalUrl).Value);
        return found is not null ? Login(found.Cloud, internalUrl, found.LoginName, found.AppPassword)
            : cloud is not null
                ? throw Wrong($"Nobody is signed in to {cloud} here. Run: gatehouse login --cloud {cloud}")
            : kept.Count == 0
                ? throw Wrong("Nobody is signed in here. Run: gatehouse login --cloud https://cloud.example.com")
            : throw Wrong($"Say which Nextcloud with --cloud: {string.Join(", ", kept.Select(one => one.Cloud))}");
    }

    /// <summary>Reads an address.</summary>
    public static CloudAddress Address(string cloud, string? internalUrl) =>
        CloudAddress.TryParse(cloud, internalUrl, out var address, out var error)
            ? address
            : throw Wrong($"--cloud: {error}");

    private static NextcloudLogin Login(string cloud, string? internalUrl, string user, string secret) =>
        new(
            Address(cloud, internalUrl),
            user,
            AppPassword.TryParse(secret, out var password)
                ? password
                : throw Wrong("The app password is empty or holds what no app password holds."),
            CredentialVersion.Parse("stdio")
        );

    private static string? Secret(Func<string, string?> environment) =>
        environment("GATEHOUSE_APP_PASSWORD")
        ?? (environment("GATEHOUSE_APP_PASSWORD_FILE") is { } path ? File.ReadAllText(path).Trim() : null);

    private static OptionsValidationException Wrong(string message) => new("", typeof(StdioLogin), [message]);
}
