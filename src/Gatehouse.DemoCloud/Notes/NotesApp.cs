using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Notes;

/// <summary>The Notes app: titles and texts of notes can be searched.</summary>
internal sealed class NotesApp(DemoCloudFaults faults, TimeProvider time) : IDemoApp, IDemoSearch
{
    private const string Says = """{"api_version":["0.2","1.3","1.4"],"version":"5.0.2","notes_path":"Notes"}""";

    public string Id => "notes";

    public string AppId => "notes";

    public string Name => "Notes";

    public int Order => 5;

    public void AddCapabilities(JsonObject capabilities, Person? person)
    {
        if (person is not null)
        {
            capabilities["notes"] = JsonNode.Parse(Says);
        }
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        new NotesEndpoints(faults, time).Map(routes);
        new AttachmentEndpoints(faults).Map(routes);
    }

    public async Task<DemoSearchAnswer> SearchAsync(
        Person me,
        DemoSearchQuery query,
        CancellationToken cancellationToken
    )
    {
        var notes = await NotesFolder.ListAsync(me.Home, cancellationToken);
        var found = notes
            .Where(note =>
                note.Title.Contains(query.Term, StringComparison.OrdinalIgnoreCase)
                || note.Content.Contains(query.Term, StringComparison.OrdinalIgnoreCase)
            )
            .Take(query.Limit)
            .Select(note => new DemoSearchHit(note.Title, note.Category, $"{query.Url}/apps/notes/note/{note.Id}")
            {
                Icon = "icon-notes-trans",
            });
        return new DemoSearchAnswer(Name, found);
    }
}
