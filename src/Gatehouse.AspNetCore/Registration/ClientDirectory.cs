using System.Text.Json;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Registration;

namespace Gatehouse.AspNetCore.Registration;

/// <summary>
/// Finds a client by its identifier: configured, approved before, or vouched for by the identifier itself. An approved one is found
/// without any key, so that rotating the MAC key touches only identifiers nobody approved.
/// </summary>
internal sealed class ClientDirectory(Deployment deployment, IClientStore store, KeyRing ring)
{
    private readonly Dictionary<ClientId, Client> configured = deployment
        .Options.Clients.Select(Read)
        .ToDictionary(client => client.Id);

    public async ValueTask<Client?> FindAsync(ClientId id, CancellationToken cancellationToken)
    {
        if (configured.TryGetValue(id, out var known))
        {
            return known;
        }

        // Only a client that registered itself may be found in the store: a configured one that was written down there when somebody signed in
        // is gone when the operator takes it out of the configuration.
        if (!deployment.Options.DynamicRegistration || DynamicClientId.KeyIdOf(id) is null)
        {
            return null;
        }

        return await store.FindAsync(id.Hash, cancellationToken) is { } record
            ? Read(id, record)
            : await OpenAsync(id, cancellationToken);
    }

    /// <summary>The record that a sign-in writes down.</summary>
    public static ClientRecord Record(Client client, DateTimeOffset approvedAt) =>
        new(
            client.Id.Hash,
            client.Id.Value,
            JsonSerializer.Serialize(
                ClientRecordMetadata.From(client.Metadata),
                GatehouseJson.Default.ClientRecordMetadata
            ),
            client.SecretHash,
            approvedAt
        );

    private async ValueTask<Client?> OpenAsync(ClientId id, CancellationToken cancellationToken) =>
        DynamicClientId.KeyIdOf(id) is { } keyId
        && await ring.FindAsync(KeyPurpose.Mac, keyId, cancellationToken) is { } key
            ? DynamicClientId.Open(id, new MacKey(key.Id, key.Bytes))
            : null;

    private static Client Read(ClientId id, ClientRecord record) =>
        new(
            id,
            JsonSerializer.Deserialize(record.Metadata, GatehouseJson.Default.ClientRecordMetadata)!.ToMetadata(),
            ClientOrigin.Dynamic,
            record.SecretHash
        );

    private static Client Read(ConfiguredClient client) =>
        new(
            ClientId.Parse(client.Id).Value,
            new ClientMetadata(
                client.Name,
                [.. client.RedirectUris.Select(uri => RedirectUri.Parse(uri).Value)],
                client.Secret is null ? ClientAuthenticationMethod.None : ClientAuthenticationMethod.ClientSecretBasic,
                "native"
            ),
            ClientOrigin.Configured,
            client.Secret is null ? null : ClientSecret.From(client.Secret).Hash
        );
}
