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
    [ContentOfFile("content")]
    [Upstream("POST /index.php/apps/notes/api/v1/notes")]
    [Description("Creates a note. Nextcloud cleans titles and numbers duplicates: look at the title in the answer.")]
    public async Task<NoteSummary> CreateAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Title.")] string title,
        [Description("Text, in Markdown.")] string content,
        [Description("Such as Work/Ideas.")] string? category = null,
        [Description("Favorite mark.")] bool favorite = false,
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
    [ContentOfFile("content")]
    [Upstream("GET /index.php/apps/notes/api/v1/notes/{id}", When = "when text is appended")]
    [Upstream("PUT /index.php/apps/notes/api/v1/notes/{id}")]
    [Description("Changes text, title, category or favorite mark of a note; what is left away stays.")]
    public async Task<NoteSummary> UpdateAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Note id.")] long id,
        [Description("From reading it.")] string etag,
        [Description("New text.")] string? content = null,
        [Description("append adds content on a new line at the end.")] NoteUpdateMode mode = NoteUpdateMode.Replace,
        [Description("New title.")] string? title = null,
        [Description("Empty for none.")] string? category = null,
        [Description("Favorite mark.")] bool? favorite = null,
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
    [Description("Deletes a note; its file goes to the trash bin.")]
    public async Task<NoteDeleted> DeleteAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Note id.")] long id,
        [Description("From reading it.")] string etag,
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
