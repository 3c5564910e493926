using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud;

/// <summary>An account and how its person is called.</summary>
/// <param name="Account">The account.</param>
/// <param name="DisplayName">The name shown to people.</param>
/// <param name="Email">The mail address, or null.</param>
public sealed record DiscoveredAccount(NextcloudAccount Account, string DisplayName, string? Email);
