using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Objects;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>The Tasks app: a page over the calendars, and the search for tasks.</summary>
internal sealed class TasksApp(ObjectStore store) : IDemoApp, IDemoSearch
{
    public string Id => "tasks";

    public string AppId => "dav";

    public string Name => "Tasks";

    public int Order => 35;

    public void AddCapabilities(JsonObject capabilities, Person? person)
    {
        // The real one says nothing of itself.
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        // All of it is WebDAV.
    }

    public Task<DemoSearchAnswer> SearchAsync(Person me, DemoSearchQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(ObjectSearch.Find(store, me, "VTODO", Name, query));
}
