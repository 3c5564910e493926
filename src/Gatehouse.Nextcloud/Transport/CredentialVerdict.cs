namespace Gatehouse.Nextcloud.Transport;

/// <summary>What an answer says about the credential that was sent.</summary>
internal enum CredentialVerdict
{
    /// <summary>Nothing: no answer, throttled, or a server in trouble.</summary>
    Unknown,

    /// <summary>The cloud knew whose call it was.</summary>
    Accepted,

    /// <summary>401.</summary>
    Refused,
}
