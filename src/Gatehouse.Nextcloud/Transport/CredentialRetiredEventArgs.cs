namespace Gatehouse.Nextcloud.Transport;

/// <summary>The cloud refused a credential twice, a minute apart: its person has to sign in again.</summary>
/// <param name="cloud">The Nextcloud.</param>
/// <param name="loginName">Whose credential.</param>
/// <param name="credential">Which version; a newer one is not touched.</param>
public sealed class CredentialRetiredEventArgs(CloudAddress cloud, string loginName, CredentialVersion credential)
    : EventArgs
{
    /// <summary>The Nextcloud.</summary>
    public CloudAddress Cloud { get; } = cloud;

    /// <summary>Whose credential.</summary>
    public string LoginName { get; } = loginName;

    /// <summary>Which version.</summary>
    public CredentialVersion Credential { get; } = credential;
}
