using System.ComponentModel;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Deck;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Tools.Times;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Deck;

/// <summary>Writes cards.</summary>
[McpServerToolType]
[RequiresScope(DeckApp.Write)]
internal sealed class CardTools(
    CardsClient cards,
    CardCommentsClient comments,
    CardAttachmentsClient attachments,
    PersonZones zones,
    FileGuard guard,
    TimeProvider clock
)
{
    private const string CommentsPath = "/ocs/v2.php/apps/deck/api/v1.0/cards/{id}/comments";

    private const string AttachmentsPath =
        "/index.php/apps/deck/api/v1.1/boards/{id}/stacks/{id}/cards/{id}/attachments";

    private const string CardPath = "/index.php/apps/deck/api/v1.0/boards/{id}/stacks/{id}/cards/{id}";
    private const int Many = 50;

    [McpServerTool(
        Name = "set_card",
        Title = "Set a card",
        ReadOnly = false,
        Destructive = true,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("POST /index.php/apps/deck/api/v1.0/boards/{id}/stacks/{id}/cards", When = "for a new card")]
    [Upstream("GET " + CardPath, Most = 3, When = "for one that is there, and after labels and people")]
    [Upstream("PUT " + CardPath, When = "for title, description, due, done or list")]
    [Upstream("PUT " + CardPath + "/reorder", When = "for a position")]
    [Upstream("PUT " + CardPath + "/archive", When = "to archive")]
    [Upstream("PUT " + CardPath + "/unarchive", When = "to take it back")]
    [Upstream("PUT " + CardPath + "/assignLabel", Most = Many, When = "for each new label")]
    [Upstream("PUT " + CardPath + "/removeLabel", Most = Many, When = "for each label that goes")]
    [Upstream("PUT " + CardPath + "/assignUser", Most = Many, When = "for each new assignee")]
    [Upstream("PUT " + CardPath + "/unassignUser", Most = Many, When = "for each assignee that goes")]
    [Description("Creates a card in a list, or with card and etag changes or moves one.")]
    public async Task<CardAnswer> SetAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Card id to change.")] long? card = null,
        [Description("From reading it.")] string? etag = null,
        [Description("List id, of any board.")] long? list = null,
        [Description("Title.")] string? title = null,
        [Description("Markdown, whole.")] string? description = null,
        [Description("Time; empty for none.")] string? due = null,
        [Description("Done or open.")] bool? done = null,
        [Description("Put away.")] bool? archived = null,
        [Description("In the list; 0 is the top.")] int? position = null,
        [Description("All label ids.")] IReadOnlyList<long>? labels = null,
        [Description("All user ids.")] IReadOnlyList<string>? assignees = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        Few(labels, assignees);
        if (position is { } place)
            Arguments.AtLeast("position", place, 0);
        var time = await zones.OfAsync(account, cancellationToken);
        var change = new CardChange
        {
            Title = title is null ? null : Arguments.NotEmpty("title", title),
            Description = description,
            Due = string.IsNullOrEmpty(due) ? null : time.Read("due", due),
            NoDue = due is "",
            Done = done is true ? clock.GetUtcNow() : null,
            NotDone = done is false,
            IsArchived = archived,
            StackId = list,
            Position = position,
            Labels = labels,
            Assignees = assignees,
        };
        var written = card is { } id
            ? await ChangeAsync(account, id, etag, change, cancellationToken)
            : await CreateAsync(account, change, cancellationToken);
        return CardAnswer.Of(account.Cloud, time, written);
    }

    [McpServerTool(
        Name = "delete_card",
        Title = "Delete a card",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET " + CardPath, When = "for a card")]
    [Upstream("DELETE " + CardPath, When = "for a card")]
    [Upstream("DELETE " + CommentsPath + "/{id}", When = "for a comment")]
    [Upstream("GET " + AttachmentsPath, When = "for an attachment")]
    [Upstream("DELETE " + AttachmentsPath + "/{type}/{id}", When = "for an attachment")]
    [Description("Deletes a card (needs etag), or only a comment or attachment of it.")]
    public async Task<Removed> DeleteAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Card id.")] long card,
        [Description("From reading it.")] string? etag = null,
        [Description("Comment id.")] long? comment = null,
        [Description("Attachment.")] long? attachment = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        if (comment is not null && attachment is not null)
            throw new ToolException("Two things at once cannot be deleted.\nNext step: give one of them.");

        if (comment is { } said)
        {
            await comments.DeleteAsync(account, card, said, cancellationToken);
            return new(said, "comment");
        }

        if (attachment is { } attached)
            return await DetachAsync(account, card, attached, cancellationToken);

        var gone = await cards.DeleteAsync(account, card, ETagOf(etag), cancellationToken);
        return new(gone.Id, gone.Title);
    }

    private async Task<Card> CreateAsync(
        NextcloudAccount account,
        CardChange change,
        CancellationToken cancellationToken
    )
    {
        var list = change.StackId ?? throw Arguments.Bad("list", "A new card needs the id of its list.");
        if (change.Done is not null || change.NotDone || change.IsArchived is not null)
            throw Arguments.Bad("done", "A new card is open; create it first, then change it with its etag.");

        var draft = new CardDraft(
            Arguments.NotEmpty("title", change.Title ?? ""),
            change.Description,
            change.Due,
            change.Position
        );
        return await cards.CreateAsync(
            account,
            list,
            draft,
            change.Labels ?? [],
            change.Assignees ?? [],
            cancellationToken
        );
    }

    private async Task<Card> ChangeAsync(
        NextcloudAccount account,
        long card,
        string? etag,
        CardChange change,
        CancellationToken cancellationToken
    ) =>
        change == new CardChange()
            ? throw new ToolException(
                "There is nothing to change.\nNext step: give at least one argument besides card and etag."
            )
            : await cards.UpdateAsync(account, card, ETagOf(etag), change, cancellationToken);

    private async Task<Removed> DetachAsync(
        NextcloudAccount account,
        long card,
        long attachment,
        CancellationToken cancellationToken
    )
    {
        var visible = await guard.FindAsync(account, cancellationToken);
        var attached = (await attachments.ListAsync(account, card, cancellationToken))
            .Where(a => !AttachmentAnswer.IsHidden(visible, a))
            .ToList();
        var found =
            attached.FirstOrDefault(a => a.Id == attachment)
            ?? throw new NextcloudException(
                new(
                    NextcloudErrorKind.NotFound,
                    $"Card {card} has no attachment {attachment}.",
                    attached.Count == 0
                        ? "It has none at all."
                        : "It has: " + string.Join(", ", attached.Select(a => $"{a.Id} ({a.Name})")),
                    "Choose one of these."
                )
            );
        await attachments.DetachAsync(account, card, found.Type, found.Id, cancellationToken);
        return new(found.Id, found.Name);
    }

    private static ETag ETagOf(string? etag) =>
        Arguments.ETag(etag ?? throw Arguments.Bad("etag", "A card that is there needs the etag of its reading."));

    private static void Few(IReadOnlyList<long>? labels, IReadOnlyList<string>? assignees)
    {
        if (labels?.Count > Many)
            throw Arguments.Bad("labels", $"At most {Many} at once.");
        if (assignees?.Count > Many)
            throw Arguments.Bad("assignees", $"At most {Many} at once.");
    }
}
