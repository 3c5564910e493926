using System.Text.Json;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.People;
using Gatehouse.AspNetCore.PersonalTokens;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.Clients;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Connections;

/// <summary>Gathers what the page shows of a person's connections.</summary>
internal sealed class ConnectionCards(
    Deployment deployment,
    IConnectionStore connections,
    ITokenStore tokens,
    IClientStore clients,
    ClientDirectory directory,
    LastUse lastUse,
    FormSeal seals
)
{
    public async Task<IReadOnlyList<ConnectionCard>> OfAsync(PersonSession session, CancellationToken cancellationToken)
    {
        var cards = new List<ConnectionCard>();
        foreach (var connection in await connections.ListAsync(session.Person.Key, cancellationToken))
        {
            cards.Add(await CardAsync(connection, session, cancellationToken));
        }

        return cards;
    }

    private async Task<ConnectionCard> CardAsync(
        Connection connection,
        PersonSession session,
        CancellationToken cancellationToken
    )
    {
        var families = await tokens.ListAsync(connection.Id, cancellationToken);
        var client = await clients.FindAsync(connection.ClientHash, cancellationToken);
        var isToken = client is not null && TokenClient.Is(client);
        var identity = client is null || isToken ? null : await IdentifyAsync(client, cancellationToken);
        var granted = families.Aggregate(ScopeSet.Empty, (all, family) => all.Union(family.Granted));
        var on = families.Aggregate(ScopeSet.Empty, (all, family) => all.Union(family.Scopes));
        var action = ConnectionActionEndpoint.PathOf(connection.Id);
        return new ConnectionCard(
            connection,
            identity?.Name ?? connection.ClientName,
            isToken || identity?.IsVouchedFor == true,
            action,
            seals.New(action, session.Hash),
            client is null ? [] : AnswersOf(client),
            families.Count,
            new ScopeSwitchesModel($"may-{connection.Id}", deployment.Scopes.Of(granted), on),
            isToken ? families.Select(family => family.ExpiresAt).Max() : null,
            lastUse.IsRecent(connection.Id)
        );
    }

    // Null for a configured client the operator took away since: it is shown by the name it was approved under.
    private async Task<ClientIdentity?> IdentifyAsync(ClientRecord record, CancellationToken cancellationToken) =>
        ClientId.Parse(record.Id).Succeeded(out var id, out _)
        && await directory.FindAsync(id, cancellationToken) is { } client
            ? ClientIdentity.Of(client)
            : null;

    private static IReadOnlyList<string> AnswersOf(ClientRecord client) =>
        [
            .. JsonSerializer
                .Deserialize(client.Metadata, GatehouseJson.Default.ClientRecordMetadata)!
                .ToMetadata()
                .RedirectUris.Select(AnswerOf)
                .Distinct(),
        ];

    private static string AnswerOf(RedirectUri redirect) =>
        redirect.Kind switch
        {
            RedirectUriKind.Loopback => "a program on your computer",
            RedirectUriKind.PrivateScheme => $"the app for {redirect.Host}:",
            _ => redirect.Host,
        };
}
