using System.Text.Json;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.People;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Connections;

/// <summary>Gathers what the page shows of a person's connections.</summary>
internal sealed class ConnectionCards(
    Deployment deployment,
    IConnectionStore connections,
    ITokenStore tokens,
    IClientStore clients,
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
        var granted = families.Aggregate(ScopeSet.Empty, (all, family) => all.Union(family.Scopes));
        var action = ConnectionActionEndpoint.PathOf(connection.Id);
        return new ConnectionCard(
            connection,
            action,
            seals.New(action, session.Hash),
            client is null ? [] : AnswersOf(client),
            families.Count,
            [.. deployment.Scopes.All.Where(scope => granted.Contains(scope.Scope))],
            lastUse.IsRecent(connection.Id)
        );
    }

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
