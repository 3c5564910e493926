using System.Text.Json;
using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.AspNetCore.Registration.Documents;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Registration;
using Gatehouse.OAuth.Registration.Documents;

namespace Gatehouse.AspNetCore.Registration;

/// <summary>
/// Finds a client by its identifier: configured, described by a document, approved before, or vouched for by the identifier itself. An approved one
/// is found without any key, so that rotating the MAC key touches only identifiers nobody approved.
/// </summary>
internal sealed class ClientDirectory(
    Deployment deployment,
    IClientStore store,
    KeyRing ring,
    ClientDocuments documents
)
{
    private readonly Dictionary<ClientId, Client> configured = deployment
        .Options.Clients.Select(Read)
        .ToDictionary(client => client.Id);

    /// <summary>Finds a client that begins a sign-in: of a document, what is published now.</summary>
    public async ValueTask<ClientFinding> FindToAuthorizeAsync(ClientId id, CancellationToken cancellationToken) =>
        DocumentUrl.IsMeant(id) && !configured.ContainsKey(id)
            ? await documents.FindAsync(id, cancellationToken)
            : new ClientFinding(await FindAsync(id, cancellationToken));

    /// <summary>Finds the client of a request that a person has approved: of a document, what the person saw.</summary>
    public ValueTask<Client?> FindApprovedAsync(PendingRequest request, CancellationToken cancellationToken) =>
        FindApprovedAsync(request.ClientId, request.Document, cancellationToken);

    /// <summary>The same for its identifier and the document the person saw; null for a client without one.</summary>
    public async ValueTask<Client?> FindApprovedAsync(
        string clientId,
        ClientRecordMetadata? seen,
        CancellationToken cancellationToken
    )
    {
        var id = ClientId.Parse(clientId).Value;
        return seen is null
            ? await FindAsync(id, cancellationToken)
            : new Client(id, seen.ToMetadata(), ClientOrigin.Document, SecretHash: null);
    }

    /// <summary>Finds a client that comes back with what it was given. It calls nobody: no connection ends because another server is away.</summary>
    public async ValueTask<Client?> FindAsync(ClientId id, CancellationToken cancellationToken)
    {
        if (configured.TryGetValue(id, out var known))
        {
            return known;
        }

        if (DocumentUrl.IsMeant(id))
        {
            return
                DocumentUrl.Parse(id).Succeeded(out var url, out _)
                && documents.Takes(url)
                && await store.FindAsync(id.Hash, cancellationToken) is { } approved
                ? Read(id, approved, ClientOrigin.Document)
                : null;
        }

        // Only a client that registered itself may be found in the store: a configured one that was written down there when somebody signed in
        // is gone when the operator takes it out of the configuration.
        if (!deployment.Options.DynamicRegistration || DynamicClientId.KeyIdOf(id) is null)
        {
            return null;
        }

        return await store.FindAsync(id.Hash, cancellationToken) is { } record
            ? Read(id, record, ClientOrigin.Dynamic)
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

    private static Client Read(ClientId id, ClientRecord record, ClientOrigin origin) =>
        new(
            id,
            JsonSerializer.Deserialize(record.Metadata, GatehouseJson.Default.ClientRecordMetadata)!.ToMetadata(),
            origin,
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
