using System.ComponentModel;
using Gatehouse.Nextcloud.Collectives;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Times;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Collectives;

/// <summary>Writes collectives and their pages.</summary>
[McpServerToolType]
[RequiresScope(CollectivesApp.Write)]
internal sealed class CollectivesWriteTools(CollectivesClient collectives, PagesClient pages, PersonZones zones)
{
    private const string Root = "/ocs/v2.php/apps/collectives/api/v1.0/collectives";

    [McpServerTool(
        Name = "create_page",
        Title = "Create a page",
        ReadOnly = false,
        Destructive = false,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [ContentOfFile("content")]
    [Upstream("POST " + Root, When = "without collectiveId")]
    [Upstream("POST " + Root + "/{id}/pages/{id}", When = "for a new page")]
    [Upstream("PUT " + Root + "/{id}/pages/{id}", When = "for a copy")]
    [Upstream("PROPFIND /remote.php/dav/files/{user}/{path}", When = "with content")]
    [Upstream("PUT /remote.php/dav/files/{user}/{path}", When = "with content")]
    [Upstream("GET " + Root + "/{id}/pages/{id}/touch", When = "with content")]
    [Upstream("PUT " + Root + "/{id}/pages/{id}/emoji", When = "with an emoji")]
    [Description("Creates a page, or, without collectiveId, a collective.")]
    public async Task<PageChanged> CreateAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Title.")] string title,
        [Description("Collective.")] long? collectiveId = null,
        [Description("Page above.")] long? parentId = null,
        [Description("Markdown.")] string? content = null,
        [Description("Emoji.")] string? emoji = null,
        [Description("Page to copy.")] long? copyOf = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var zone = await zones.OfAsync(account, cancellationToken);
        Arguments.NotEmpty("title", title);
        var chosen = string.IsNullOrEmpty(emoji) ? null : emoji;
        if (collectiveId is not { } inside)
        {
            if ((parentId, content, copyOf) is not (null, null, null))
                throw Arguments.Bad("collectiveId", "A page needs it; a new collective has title and emoji only.");
            var made = await collectives.CreateAsync(account, title, chosen, cancellationToken);
            return new(Collective: CollectiveItem.Of(account.Cloud, zone, made));
        }

        if (parentId is not { } parent)
            throw Arguments.Bad("parentId", "Give the page it goes below; the one without parentId is the top.");
        if (copyOf is not null && content is not null)
            throw Arguments.Bad("content", "A copy has the content of its original; leave it away.");

        var page = copyOf is { } original
            ? await pages.CopyAsync(account, inside, original, title, parent, cancellationToken)
            : await pages.CreateAsync(account, inside, parent, title, cancellationToken);
        PageText? written = null;
        if (!string.IsNullOrEmpty(content))
        {
            var etag = await pages.ETagAsync(account, page, cancellationToken);
            written = await pages.WriteAsync(account, inside, page, content, etag, cancellationToken);
            page = written.Page;
        }

        if (chosen is not null)
            page = await pages.SetEmojiAsync(account, inside, page.Id, chosen, cancellationToken);
        return new(PageItem.Of(account.Cloud, zone, inside, page, []), written?.ETag.ToString());
    }

    [McpServerTool(
        Name = "update_page",
        Title = "Change a page",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [ContentOfFile("content")]
    [Upstream("PATCH " + Root + "/{id}/pages/trash/{id}", When = "with restore")]
    [Upstream("GET " + Root + "/{id}/pages/{id}", When = "with content")]
    [Upstream("PUT /remote.php/dav/files/{user}/{path}", When = "with content")]
    [Upstream("GET " + Root + "/{id}/pages/{id}/touch", When = "with content")]
    [Upstream("PUT " + Root + "/{id}/pages/{id}", When = "with title or parentId")]
    [Upstream("PUT " + Root + "/{id}/pages/{id}/emoji", When = "with emoji")]
    [Upstream("GET " + Root + "/{id}/tags", When = "with tags")]
    [Upstream("POST " + Root + "/{id}/tags", Most = 10, When = "for each new tag")]
    [Upstream("PUT " + Root + "/{id}/pages/{id}/tags/{id}", Most = 10, When = "for each tag to give")]
    [Upstream("DELETE " + Root + "/{id}/pages/{id}/tags/{id}", Most = 10, When = "for each tag to take")]
    [Upstream("PUT " + Root + "/{id}", When = "without id, with emoji")]
    [Upstream("PATCH " + Root + "/trash/{id}", When = "without id, with restore")]
    [Description("Changes a page, or, without id, a collective. What is left away stays.")]
    public async Task<PageChanged> UpdateAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Collective.")] long collectiveId,
        [Description("Page.")] long? id = null,
        [Description("Markdown, whole.")] string? content = null,
        [Description("From reading it.")] string? etag = null,
        [Description("New title.")] string? title = null,
        [Description("Page to move below.")] long? parentId = null,
        [Description("Empty for none.")] string? emoji = null,
        [Description("Names.")] IReadOnlyList<string>? addTags = null,
        [Description("Names.")] IReadOnlyList<string>? removeTags = null,
        [Description("From the trash.")] bool? restore = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var zone = await zones.OfAsync(account, cancellationToken);
        var chosen = string.IsNullOrEmpty(emoji) ? null : emoji;
        if (id is not { } known)
        {
            if ((content, title, parentId, addTags, removeTags) is not (null, null, null, null, null))
                throw Arguments.Bad("id", "Without it only emoji and restore can be given, for the collective.");
            var collective = restore is true
                ? await collectives.RestoreAsync(account, collectiveId, cancellationToken)
                : null;
            if (emoji is not null)
                collective = await collectives.SetEmojiAsync(account, collectiveId, chosen, cancellationToken);
            return new(Collective: CollectiveItem.Of(account.Cloud, zone, collective ?? throw Nothing()));
        }

        PageTagChange.Check(addTags, removeTags);
        var read = content is null ? default : Arguments.ETag(etag ?? "");
        var change = new PageTagChange(collectives, pages, account, collectiveId, known);
        var page = restore is true ? await pages.RestoreAsync(account, collectiveId, known, cancellationToken) : null;
        PageText? written = null;
        if (content is not null)
        {
            var before = await pages.GetAsync(account, collectiveId, known, cancellationToken);
            written = await pages.WriteAsync(account, collectiveId, before, content, read, cancellationToken);
            page = written.Page;
        }

        if (title is not null || parentId is not null)
            page = await pages.MoveAsync(account, collectiveId, known, title, parentId, cancellationToken);
        if (emoji is not null)
            page = await pages.SetEmojiAsync(account, collectiveId, known, chosen, cancellationToken);
        page = await change.ApplyAsync(addTags ?? [], removeTags ?? [], cancellationToken) ?? page;
        return new(
            PageItem.Of(account.Cloud, zone, collectiveId, page ?? throw Nothing(), change.Known),
            written?.ETag.ToString()
        );
    }

    [McpServerTool(
        Name = "delete_page",
        Title = "Trash a page",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("DELETE " + Root + "/{id}/pages/{id}", When = "with an id")]
    [Upstream("DELETE " + Root + "/{id}", When = "without an id")]
    [Description("Trashes a page, or, without id, a collective.")]
    public async Task<CollectiveThing> DeleteAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Collective.")] long collectiveId,
        [Description("Page.")] long? id = null,
        [Description("From the refusal.")] string? confirmation = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        if (id is { } page)
            return new(
                collectiveId,
                (await pages.TrashAsync(account, collectiveId, page, cancellationToken)).Title,
                page
            );

        Confirmation.Require(
            request,
            $"Put collective {collectiveId} with all its pages into the trash, for everybody in it?"
        );
        return new(collectiveId, (await collectives.TrashAsync(account, collectiveId, cancellationToken)).Name);
    }

    private static ToolException Nothing() =>
        new("There is nothing to change.\nNext step: give what is to be different.");
}
