using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Sharing;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Deck;

/// <summary>The Deck app: boards with lists of cards.</summary>
internal sealed class DeckApp(AppStore<DeckState> store, Shares shares, DemoAppContext context) : IDemoApp, IDemoSearch
{
    private const string Says = """{"version":"1.16.7","canCreateBoards":true,"apiVersions":["1.0","1.1"]}""";
    private const string Cards = "Deck boards and cards";

    string IDemoApp.Id => "deck";

    string IDemoSearch.Id => "search-deck-card-board";

    string IDemoApp.Name => "Deck";

    string IDemoSearch.Name => Cards;

    public string AppId => "deck";

    public int Order => 10;

    public static async Task<DeckApp> LoadAsync(
        DemoAppContext context,
        Shares shares,
        CancellationToken cancellationToken
    )
    {
        var people = context.People.All.Select(person => person.Id).ToList();
        var store = await context.Stores.OpenAsync(
            "deck",
            DeckStoreJson.Default.DeckState,
            () => context.SampleData ? DeckSamples.Company(people, context.Time.GetUtcNow()) : new DeckState(),
            cancellationToken
        );
        return new DeckApp(store, shares, context);
    }

    public void AddCapabilities(JsonObject capabilities, Person? person)
    {
        if (person is not null)
        {
            capabilities["deck"] = JsonNode.Parse(Says);
        }
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        var door = new DeckDoor(store, shares, context);
        new BoardEndpoints(context.People).Map(routes, door);
        new BoardPartEndpoints(context.People).Map(routes, door);
        new CardEndpoints(context.People).Map(routes, door);
        new CardAttachmentEndpoints(shares, context).Map(routes, door);
        new CardMarkEndpoints(context.People).Map(routes, door);
        new DeckOcsEndpoints(context.People).Map(routes, door);
    }

    /// <summary>The card that somebody may attach something to.</summary>
    public DeckCard? CardFor(Person me, string id) =>
        Card(id) is { } card && store.Current.BoardOf(card) is { } board && store.Current.MayEdit(me, board)
            ? card
            : null;

    public string TitleOf(string id) => Card(id)?.Title ?? id;

    private DeckCard? Card(string id) =>
        long.TryParse(id, CultureInfo.InvariantCulture, out var number) ? store.Current.Card(number) : null;

    public Task<DemoSearchAnswer> SearchAsync(Person me, DemoSearchQuery query, CancellationToken cancellationToken)
    {
        var state = store.Current;
        var found = DeckSearch
            .Cards(state, me, query.Term)
            .Take(query.Limit)
            .Select(card => new DemoSearchHit(
                card.Title,
                $"{state.BoardOf(card)?.Title} » {state.Stack(card.StackId)?.Title}",
                $"{query.Url}/apps/deck/board/{state.BoardOf(card)?.Id}/card/{card.Id}"
            )
            {
                Thumbnail = $"{query.Url}/apps/deck/img/card.svg",
                Icon = "icon-deck",
            });
        return Task.FromResult(new DemoSearchAnswer(Cards, found));
    }
}
