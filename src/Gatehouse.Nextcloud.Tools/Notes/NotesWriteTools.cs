using System.ComponentModel;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Notes;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Notes;

/// <summary>Writes notes.</summary>
[McpServerToolType]
[RequiresScope(NotesApp.Write)]
internal sealed class NotesWriteTools(NotesClient notes)
{
    [McpServerTool(
        Name = "create_note",
        Title = "Create a note",
        ReadOnly = false,
        Destructive = false,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("POST /index.php/apps/notes/api/v1/notes")]
    [Description(
        "Creates a note. Nextcloud drops characters such as / and : from titles and numbers duplicates, so look at the title in the answer."
    )]
    public async Task<NoteSummary> CreateAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("The title.")] string title,
        [Description("The text, in Markdown.")] string content,
        [Description("The category, e.g. Work/Ideas. Leave away for none.")] string? category = null,
        [Description("Mark it as a favorite.")] bool favorite = false,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var draft = new NoteDraft(Arguments.NotEmpty("title", title), content, category, favorite ? true : null);
        return NoteSummary.Of(account.Cloud, await notes.CreateAsync(account, draft, cancellationToken));
    }

    [McpServerTool(
        Name = "update_note",
        Title = "Change a note",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /index.php/apps/notes/api/v1/notes/{id}", When = "when text is appended")]
    [Upstream("PUT /index.php/apps/notes/api/v1/notes/{id}")]
    [Description(
        "Changes a note: its text (replaced as a whole, or appended to), title, category or favorite mark. What is left away stays. "
            + "It needs the etag of read_note: when the note changed since then, nothing is written and the answer shows the note as it is now."
    )]
    public async Task<NoteSummary> UpdateAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("The note's id.")] long id,
        [Description("The etag the note had when it was read.")] string etag,
        [Description("New text, in Markdown.")] string? content = null,
        [Description(
            "replace: content takes the place of the whole text. append: content goes to its end, on a new line."
        )]
            NoteUpdateMode mode = NoteUpdateMode.Replace,
        [Description("New title.")] string? title = null,
        [Description("New category; empty for none.")] string? category = null,
        [Description("New favorite mark.")] bool? favorite = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var read = Arguments.ETag(etag);
        if (content is null && title is null && category is null && favorite is null)
            throw new ToolException(
                "There is nothing to change.\nNext step: give content, title, category or favorite."
            );

        if (content is not null && mode == NoteUpdateMode.Append)
            content = Joined(await UnchangedAsync(account, id, read, "Updating", cancellationToken), content);
        var change = new NoteChange(title, content, category, favorite);
        return NoteSummary.Of(account.Cloud, await notes.UpdateAsync(account, id, read, change, cancellationToken));
    }

    [McpServerTool(
        Name = "delete_note",
        Title = "Delete a note",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /index.php/apps/notes/api/v1/notes/{id}")]
    [Upstream("DELETE /index.php/apps/notes/api/v1/notes/{id}")]
    [Description(
        "Deletes a note; the person can restore its file from the trash bin. It needs the etag of read_note or list_notes."
    )]
    public async Task<NoteDeleted> DeleteAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("The note's id.")] long id,
        [Description("The etag the note had when it was read.")] string etag,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        // The Notes API has no conditional delete; between this look and the delete lies one round trip.
        var note = await UnchangedAsync(account, id, Arguments.ETag(etag), "Deleting", cancellationToken);
        await notes.DeleteAsync(account, id, cancellationToken);
        return new(id, note.Title);
    }

    private async Task<Note> UnchangedAsync(
        NextcloudAccount account,
        long id,
        ETag read,
        string doing,
        CancellationToken cancellationToken
    )
    {
        var note = await notes.GetAsync(account, id, cancellationToken);
        return note.ETag == read
            ? note
            : throw new NextcloudException(
                new(
                    NextcloudErrorKind.Conflict,
                    $"{doing} note {id} was refused: it changed in the meantime, and nothing was written.",
                    $"It is now '{note.Title}', {note.Content?.Length ?? 0} characters long, changed at {note.Modified.UtcDateTime:u}.",
                    "Read it again with read_note and decide anew, with its current etag."
                )
                {
                    CurrentETag = note.ETag,
                }
            );
    }

    private static string Joined(Note note, string addition)
    {
        var text = note.Content ?? "";
        return text.Length == 0 || text.EndsWith('\n') ? text + addition : text + "\n" + addition;
    }
}
