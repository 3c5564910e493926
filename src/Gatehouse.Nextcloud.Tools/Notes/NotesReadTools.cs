using System.ComponentModel;
using Gatehouse.Nextcloud.Notes;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Paging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Notes;

/// <summary>Finds and reads notes.</summary>
[McpServerToolType]
[RequiresScope(NotesApp.Read)]
internal sealed class NotesReadTools(NotesClient notes)
{
    private const int MaxLimit = 200;
    private const int MaxLength = 100_000;

    [McpServerTool(
        Name = "search_notes",
        Title = "Search notes",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /ocs/v2.php/search/providers/{provider}/search")]
    [Description("Finds notes whose title or text contains the words; read one with read_note.")]
    public async Task<NotesFound> SearchAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Query.")] string query,
        [Description("1 to 200.")] int limit = 20,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        Arguments.Between("limit", limit, 1, MaxLimit);
        var matches = await notes.SearchAsync(account, Arguments.NotEmpty("query", query), limit, cancellationToken);
        // The provider knows no pages and not every version keeps to the limit.
        return new(
            [
                .. matches
                    .Take(limit)
                    .Select(m => new NoteFound(m.Id, m.Title, m.Excerpt, account.Cloud.Link(Note.WebPathOf(m.Id)))),
            ],
            matches.Count >= limit
        );
    }

    [McpServerTool(
        Name = "list_notes",
        Title = "List notes",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /index.php/apps/notes/api/v1/notes")]
    [Description("Lists notes without their texts.")]
    public async Task<NoteList> ListAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Only this one, e.g. Work/Ideas; empty for none.")] string? category = null,
        [Description("1 to 200.")] int limit = 50,
        [Description("nextCursor of the last answer.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var query = new NotesQuery
        {
            Category = category,
            ChunkSize = Arguments.Between("limit", limit, 1, MaxLimit),
            ChunkCursor = OpaqueCursor.Decode("list_notes", cursor),
        };
        var chunk = await notes.ListAsync(account, query, cancellationToken);
        return new(
            [.. chunk.Notes.Select(n => NoteSummary.Of(account.Cloud, n))],
            OpaqueCursor.Encode("list_notes", chunk.Next)
        );
    }

    [McpServerTool(
        Name = "read_note",
        Title = "Read a note",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /index.php/apps/notes/api/v1/notes/{id}")]
    [Description("Reads the text (Markdown) of a note and its etag; a long one in parts.")]
    public async Task<NoteText> ReadAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Note id.")] long id,
        [Description("Characters to skip.")] int offset = 0,
        [Description("1 to 100000 characters.")] int length = 30_000,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        Arguments.AtLeast("offset", offset, 0);
        Arguments.Between("length", length, 1, MaxLength);
        var note = await notes.GetAsync(account, id, cancellationToken);
        var part = TextPart.Of(note.Content ?? "", offset, length);
        return new(NoteSummary.Of(account.Cloud, note), part.Text, part.Offset, part.TotalLength, part.NextOffset);
    }
}
