using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Tests.Life;

/// <summary>The real Nextcloud the environment names, if it does.</summary>
internal static class LiveCloud
{
    /// <summary>Its one person; null without one.</summary>
    public static NextcloudLogin? Configured { get; } = Read();

    private static NextcloudLogin? Read() =>
        Of("") is { Length: > 0 } cloud
            ? new(
                CloudAddress.Parse(cloud),
                Of("_USER") ?? throw new InvalidOperationException("Set GATEHOUSE_TEST_CLOUD_USER."),
                AppPassword.Parse(
                    Of("_APP_PASSWORD") ?? throw new InvalidOperationException("Set GATEHOUSE_TEST_CLOUD_APP_PASSWORD.")
                ),
                CredentialVersion.Parse("live")
            )
            : null;

    private static string? Of(string name) => Environment.GetEnvironmentVariable("GATEHOUSE_TEST_CLOUD" + name);
}
