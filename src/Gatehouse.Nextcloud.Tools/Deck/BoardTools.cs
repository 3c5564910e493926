using System.ComponentModel;
using Gatehouse.Nextcloud.Deck;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Deck;

/// <summary>Writes boards, lists and labels.</summary>
[McpServerToolType]
[RequiresScope(DeckApp.Write)]
internal sealed class BoardTools(BoardsClient boards, BoardPartsClient parts)
{
    private const string BoardsPath = "/index.php/apps/deck/api/v1.0/boards";
    private const string BoardPath = BoardsPath + "/{id}";
    private const int AtTheEnd = 999;

    [McpServerTool(
        Name = "set_board",
        Title = "Set a board",
        ReadOnly = false,
        Destructive = true,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("POST " + BoardsPath, When = "for a new board")]
    [Upstream("GET " + BoardPath, When = "for a board that is there")]
    [Upstream("PUT " + BoardPath, When = "for a board that is there")]
    [Upstream("POST " + BoardPath + "/acl", When = "to share it")]
    [Upstream("POST " + BoardPath + "/stacks", When = "for a new list")]
    [Upstream("GET " + BoardPath + "/stacks/{id}", When = "for a list that is there")]
    [Upstream("PUT " + BoardPath + "/stacks/{id}", When = "for a list that is there")]
    [Upstream("POST " + BoardPath + "/labels", When = "for a new label")]
    [Upstream("GET " + BoardPath + "/labels/{id}", When = "for a label that is there")]
    [Upstream("PUT " + BoardPath + "/labels/{id}", When = "for a label that is there")]
    [Description(
        "Creates a board, or with board changes one; with part a list or label of it, with id an existing one."
    )]
    public async Task<BoardPart> SetAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Board id.")] long? board = null,
        [Description("Of the board.")] BoardPartKind? part = null,
        [Description("Of the part.")] long? id = null,
        [Description("Title.")] string? title = null,
        [Description("Hex; not of lists.")] string? color = null,
        [Description("Of a list.")] int? position = null,
        [Description("Put the board away.")] bool? archived = null,
        [Description("User id who may edit the board.")] string? shareWith = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var hex = Color(color);
        if (part is { } kind)
            return await SetPartAsync(
                account,
                board ?? throw Arguments.Bad("board", "A list or label needs the id of its board."),
                new(kind, id, title, hex, position),
                cancellationToken
            );

        if (id is not null || position is not null)
            throw Arguments.Bad("part", "It must say whether id and position are those of a list or a label.");

        var now = await WriteAsync(account, board, title, hex, archived, cancellationToken);
        if (shareWith is not null)
            await boards.ShareAsync(account, now.Id, shareWith, canEdit: true, cancellationToken);
        return new(now.Id, now.Title);
    }

    [McpServerTool(
        Name = "delete_board",
        Title = "Delete a board",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET " + BoardPath + "/stacks", When = "for a board or a list")]
    [Upstream("DELETE " + BoardPath, When = "for a board")]
    [Upstream("DELETE " + BoardPath + "/stacks/{id}", When = "for a list")]
    [Upstream("DELETE " + BoardPath + "/labels/{id}", When = "for a label")]
    [Description("Deletes a board with all cards, or only a list or label of it.")]
    public async Task<Removed> DeleteAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Board id.")] long board,
        [Description("List id.")] long? list = null,
        [Description("Label id.")] long? label = null,
        [Description("Code of the refusal.")] string? confirmation = null,
        CancellationToken cancellationToken = default
    )
    {
        _ = confirmation;
        var account = CallerOf.Get(request).Account;
        if (list is not null && label is not null)
            throw new ToolException("A list and a label at once cannot be deleted.\nNext step: give one of them.");

        if (label is { } labelId)
        {
            await parts.DeleteLabelAsync(account, board, labelId, cancellationToken);
            return new(labelId, "label");
        }

        var stacks = await parts.ListStacksAsync(account, board, archivedCards: false, cancellationToken);
        if (list is not { } listId)
        {
            Confirmation.Require(
                request,
                $"Delete board {board} with {stacks.Count} lists ({string.Join(", ", stacks.Select(s => s.Title))}) and {stacks.Sum(s => s.Cards.Count)} cards?"
            );
            await boards.DeleteAsync(account, board, cancellationToken);
            return new(board, "board");
        }

        var stack =
            stacks.FirstOrDefault(s => s.Id == listId)
            ?? throw new NextcloudException(
                new(
                    NextcloudErrorKind.NotFound,
                    $"Board {board} has no list {listId}.",
                    "It has: " + string.Join(", ", stacks.Select(s => $"{s.Id} ({s.Title})")),
                    "Choose one of these."
                )
            );
        if (stack.Cards.Count > 0)
            Confirmation.Require(request, $"Delete the list '{stack.Title}' with {stack.Cards.Count} cards?");
        await parts.DeleteStackAsync(account, board, listId, cancellationToken);
        return new(listId, stack.Title);
    }

    private async Task<BoardPart> SetPartAsync(
        NextcloudAccount account,
        long board,
        BoardPartChange change,
        CancellationToken cancellationToken
    )
    {
        var title = change.Id is null ? Arguments.NotEmpty("title", change.Title ?? "") : change.Title;
        if (change.Kind == BoardPartKind.List)
        {
            var list = change.Id is { } stack
                ? await parts.UpdateStackAsync(account, board, stack, title, change.Position, cancellationToken)
                : await parts.CreateStackAsync(account, board, title!, change.Position ?? AtTheEnd, cancellationToken);
            return new(list.Id, list.Title);
        }

        var label = change.Id is { } known
            ? await parts.UpdateLabelAsync(account, board, known, title, change.Color, cancellationToken)
            : await parts.CreateLabelAsync(account, board, title!, change.Color, cancellationToken);
        return new(label.Id, label.Title);
    }

    private async Task<Board> WriteAsync(
        NextcloudAccount account,
        long? board,
        string? title,
        string? color,
        bool? archived,
        CancellationToken cancellationToken
    )
    {
        if (board is not { } id)
            return await boards.CreateAsync(
                account,
                Arguments.NotEmpty("title", title ?? ""),
                color,
                cancellationToken
            );

        return title is null && color is null && archived is null
            ? await boards.GetAsync(account, id, cancellationToken)
            : await boards.UpdateAsync(account, id, new BoardChange(title, color, archived), cancellationToken);
    }

    private static string? Color(string? text)
    {
        var bare = text?.TrimStart('#');
        return bare is null || (bare.Length == 6 && bare.All(char.IsAsciiHexDigit))
            ? bare
            : throw Arguments.Bad("color", "It must be six hexadecimal digits such as ff0000.");
    }
}
