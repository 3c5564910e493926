using System.ComponentModel;
using Gatehouse.Nextcloud.Deck;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Tools.Paging;
using Gatehouse.Nextcloud.Tools.Times;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Deck;

/// <summary>Finds and reads boards and cards.</summary>
[McpServerToolType]
[RequiresScope(DeckApp.Read)]
internal sealed class DeckReadTools(
    BoardsClient boards,
    BoardPartsClient parts,
    CardsClient cards,
    CardCommentsClient cardComments,
    CardAttachmentsClient attachments,
    PersonZones zones,
    FileGuard guard
)
{
    private const int MaxFound = 500;
    private const int Newest = 50;

    [McpServerTool(
        Name = "list_boards",
        Title = "List boards",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /index.php/apps/deck/api/v1.0/boards")]
    [Description("Lists Deck boards with ids of lists and labels, and people.")]
    public async Task<BoardList> ListBoardsAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("1 to 200.")] int limit = 50,
        [Description("nextCursor of the last answer.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var all = await boards.ListAsync(account, cancellationToken);
        var (page, next) = InMemoryPage.Of("list_boards", all, limit, cursor);
        return new([.. page.Select(b => BoardAnswer.Of(account.Cloud, b))], next);
    }

    [McpServerTool(
        Name = "list_cards",
        Title = "List cards",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /index.php/apps/deck/api/v1.0/boards/{id}/stacks", When = "for a board")]
    [Upstream("GET /index.php/apps/deck/api/v1.0/boards/{id}/stacks/archived", When = "for its archived cards")]
    [Upstream("GET /ocs/v2.php/apps/deck/api/v1.0/search", When = "for a query")]
    [Upstream("GET /ocs/v2.php/apps/deck/api/v1.0/overview/upcoming", When = "without board and query")]
    [Description("Lists cards of a board, found by query, or the open ones of the person by due date.")]
    public async Task<CardList> ListCardsAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Board id.")] long? board = null,
        [Description("Words; also tag:urgent, assigned:bob.")] string? query = null,
        [Description("List id.")] long? list = null,
        [Description("Done or open ones.")] bool? done = null,
        [Description("Archived ones of the board.")] bool? archived = null,
        [Description("1 to 200.")] int limit = 50,
        [Description("nextCursor of the last answer.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        if (archived is true && board is null)
            throw Arguments.Bad("archived", "Archived cards are listed board by board; give a board.");

        var time = await zones.OfAsync(account, cancellationToken);
        var found = (await FindAsync(account, board, query, archived ?? false, cancellationToken)).Where(c =>
            (list is null || c.StackId == list)
            && (board is null || c.BoardId is null || c.BoardId == board)
            && (done is null || (c.Done is not null) == done)
        );
        var (page, next) = InMemoryPage.Of("list_cards", [.. found], limit, cursor);
        return new([.. page.Select(c => CardAnswer.Of(account.Cloud, time, c))], next);
    }

    [McpServerTool(
        Name = "read_card",
        Title = "Read a card",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /index.php/apps/deck/api/v1.0/boards/{id}/stacks/{id}/cards/{id}")]
    [Upstream("GET /ocs/v2.php/apps/deck/api/v1.0/cards/{id}/comments", When = "when it has comments")]
    [Upstream(
        "GET /index.php/apps/deck/api/v1.1/boards/{id}/stacks/{id}/cards/{id}/attachments",
        When = "when it has attachments"
    )]
    [Description("Reads a card with its description, newest comments and attachments.")]
    public async Task<CardDetails> ReadCardAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Card id.")] long card,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var time = await zones.OfAsync(account, cancellationToken);
        var visible = await guard.FindAsync(account, cancellationToken);
        var read = await cards.GetAsync(account, card, cancellationToken);
        var said =
            read.CommentCount > 0
                ? await cardComments.ListAsync(account, card, Newest, offset: 0, cancellationToken)
                : [];
        var attached = read.AttachmentCount > 0 ? await attachments.ListAsync(account, card, cancellationToken) : [];
        return new(
            CardAnswer.Of(account.Cloud, time, read),
            read.Description,
            [.. said.Select(c => CommentAnswer.Of(time, c))],
            [.. attached.Where(a => !AttachmentAnswer.IsHidden(visible, a)).Select(AttachmentAnswer.Of)]
        );
    }

    private async Task<IEnumerable<Card>> FindAsync(
        NextcloudAccount account,
        long? board,
        string? query,
        bool archived,
        CancellationToken cancellationToken
    )
    {
        if (query is not null)
            return await cards.SearchAsync(account, Arguments.NotEmpty("query", query), MaxFound, cancellationToken);

        return board is { } id
            ? (await parts.ListStacksAsync(account, id, archived, cancellationToken)).SelectMany(s => s.Cards)
            : await cards.UpcomingAsync(account, cancellationToken);
    }
}
