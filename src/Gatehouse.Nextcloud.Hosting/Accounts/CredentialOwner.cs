using Gatehouse.AspNetCore.Connections;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Hosting.Accounts;

/// <summary>Whose a credential in the vault is. Part of the name of its version, so that an answer about it finds its way back.</summary>
internal abstract record CredentialOwner
{
    private CredentialOwner() { }

    /// <summary>The name of a version.</summary>
    public abstract string Version(string credentialId);

    /// <summary>A connection's: the person signed in with it.</summary>
    public sealed record OfConnection(ConnectionId Connection) : CredentialOwner
    {
        /// <inheritdoc/>
        public override string Version(string credentialId) => $"connection:{Connection}:{credentialId}";
    }

    /// <summary>A person's: they linked it.</summary>
    public sealed record OfPerson(string PersonKey) : CredentialOwner
    {
        /// <inheritdoc/>
        public override string Version(string credentialId) => $"person:{PersonKey}:{credentialId}";
    }

    /// <summary>Owner and vault id; null for a version that is not in the vault, such as that of a sign-in.</summary>
    public static (CredentialOwner Owner, string CredentialId)? Read(CredentialVersion version) =>
        version.ToString().Split(':') switch
        {
            ["connection", var connection, var id] => (new OfConnection(ConnectionId.Of(connection)), id),
            ["person", var person, var id] => (new OfPerson(person), id),
            _ => null,
        };
}
