using Gatehouse.AspNetCore.Connections;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Hosting.Accounts;

/// <summary>The name of a credential version: connection and vault id, so that an answer about it finds its way back.</summary>
internal static class VersionName
{
    public static string Of(ConnectionId connection, string credentialId) => $"{connection}:{credentialId}";

    /// <summary>Connection and vault id; null for a version that is not in the vault, such as that of a sign-in.</summary>
    public static (ConnectionId Connection, string CredentialId)? Read(CredentialVersion version) =>
        version.ToString().Split(':') is [var connection, var credential]
            ? (ConnectionId.Of(connection), credential)
            : null;
}
