using System.Text.Json;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Hosting.Accounts;

/// <summary>What the vault keeps of a Nextcloud account. Login name, user id and principal are three things.</summary>
internal sealed record NextcloudCredential(
    string Cloud,
    string LoginName,
    string UserId,
    string Principal,
    string AppPassword
)
{
    public static NextcloudCredential Of(NextcloudAccount account) =>
        new(
            account.Cloud.Value,
            account.LoginName,
            account.UserId,
            account.DavPrincipal.ToString(),
            account.AppPassword.Reveal()
        );

    public static NextcloudCredential? Parse(ReadOnlySpan<byte> utf8Json) =>
        JsonSerializer.Deserialize(utf8Json, HostingJson.Default.NextcloudCredential);

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, HostingJson.Default.NextcloudCredential);

    public NextcloudLogin Login(CloudAddress cloud, string version) =>
        new(cloud, LoginName, Transport.AppPassword.Parse(AppPassword), CredentialVersion.Parse(version));

    public NextcloudAccount Account(CloudAddress cloud, string version) =>
        new(
            cloud,
            LoginName,
            UserId,
            DavPrincipal.Parse(Principal),
            Transport.AppPassword.Parse(AppPassword),
            CredentialVersion.Parse(version)
        );

    /// <inheritdoc/>
    public override string ToString() => $"NextcloudCredential {LoginName} ***";
}
