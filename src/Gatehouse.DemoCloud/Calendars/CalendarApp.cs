using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Objects;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Principals;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>The Calendar app: CalDAV, and the search for events.</summary>
internal sealed class CalendarApp(ObjectStore store, DemoAppContext context) : IDemoApp, IDemoDav, IDemoSearch
{
    public string Id => "calendar";

    public string AppId => "dav";

    public string Name => "Calendar";

    string IDemoSearch.Name => "Events";

    public int Order => 30;

    public ObjectStore Store => store;

    public IEnumerable<IDavCollection> Collections { get; } =
    [new PrincipalsCollection(context.People), new CalendarsCollection(store, context.People, context.Time)];

    public static async Task<CalendarApp> LoadAsync(DemoAppContext context, CancellationToken cancellationToken)
    {
        var store = await context.Stores.OpenAsync(
            "calendars",
            ObjectsJson.Default.ObjectsState,
            () => CalendarStart.For(context),
            cancellationToken
        );
        return new CalendarApp(new ObjectStore(store), context);
    }

    public void AddCapabilities(JsonObject capabilities, Person? person)
    {
        if (person is not null)
        {
            capabilities["calendar"] = new JsonObject { ["webui"] = true };
        }
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        // All of it is WebDAV.
    }

    public Task<DemoSearchAnswer> SearchAsync(Person me, DemoSearchQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(ObjectSearch.Find(store, me, "VEVENT", "Events", query));
}
