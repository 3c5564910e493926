using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Objects;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Contacts;

/// <summary>The Contacts app: CardDAV, and the search for people.</summary>
internal sealed class ContactsApp(ObjectStore store, DemoAppContext context) : IDemoApp, IDemoDav, IDemoSearch
{
    public string Id => "contacts";

    public string AppId => "dav";

    public string Name => "Contacts";

    public int Order => 25;

    public ObjectStore Store => store;

    public IEnumerable<IDavCollection> Collections { get; } =
    [new ContactsCollection(store, context.People, context.Time)];

    public static async Task<ContactsApp> LoadAsync(DemoAppContext context, CancellationToken cancellationToken)
    {
        var store = await context.Stores.OpenAsync(
            "contacts",
            ObjectsJson.Default.ObjectsState,
            () => AddressBooks.StartFor(context),
            cancellationToken
        );
        return new ContactsApp(new ObjectStore(store), context);
    }

    public void AddCapabilities(JsonObject capabilities, Person? person)
    {
        // The real one says nothing of itself.
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        // All of it is WebDAV.
    }

    public Task<DemoSearchAnswer> SearchAsync(Person me, DemoSearchQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(ObjectSearch.Find(store, me, "VCARD", Name, query));
}
