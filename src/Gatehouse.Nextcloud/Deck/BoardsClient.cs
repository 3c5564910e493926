using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Deck;

/// <summary>
/// The boards of Deck. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked. Deck answers 403 both
/// for what is not there and for what is not allowed.
/// </summary>
public sealed class BoardsClient(NextcloudTransport transport)
{
    private const string NewColor = "0087C5";

    /// <summary>All boards the person sees, with their lists (without cards), labels and people. The API knows no pages.</summary>
    public async Task<IReadOnlyList<Board>> ListAsync(NextcloudAccount account, CancellationToken cancellationToken)
    {
        var request = DeckPaths.Request(HttpMethod.Get, DeckPaths.Boards + "?details=true", "Listing boards");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var boards = JsonAnswer.Read(request, answer, DeckJson.Default.BoardDataArray);
        return [.. boards.Where(b => b.DeletedAt == 0).Select(b => b.ToBoard())];
    }

    /// <summary>One board.</summary>
    public Task<Board> GetAsync(NextcloudAccount account, long board, CancellationToken cancellationToken) =>
        CallAsync(
            account,
            DeckPaths.Request(HttpMethod.Get, DeckPaths.Board(board), $"Reading board {board}"),
            cancellationToken
        );

    /// <summary>Makes a board; Deck gives it four labels and no lists.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="title">Its title, up to 100 characters.</param>
    /// <param name="color">Six hexadecimal digits; null for Deck's blue.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Board> CreateAsync(
        NextcloudAccount account,
        string title,
        string? color,
        CancellationToken cancellationToken
    ) =>
        CallAsync(
            account,
            DeckPaths.Request(HttpMethod.Post, DeckPaths.Boards, $"Creating the board '{title}'") with
            {
                Content = JsonAnswer.Content(new BoardWrite(title, color ?? NewColor), DeckJson.Default.BoardWrite),
            },
            cancellationToken
        );

    /// <summary>Changes a board. Its PUT replaces all of it, so the board is read first.</summary>
    public async Task<Board> UpdateAsync(
        NextcloudAccount account,
        long board,
        BoardChange change,
        CancellationToken cancellationToken
    )
    {
        var now = await GetAsync(account, board, cancellationToken);
        var write = new BoardWrite(
            change.Title ?? now.Title,
            change.Color ?? now.Color,
            change.IsArchived ?? now.IsArchived
        );
        var request = DeckPaths.Request(HttpMethod.Put, DeckPaths.Board(board), $"Changing board {board}") with
        {
            Content = JsonAnswer.Content(write, DeckJson.Default.BoardWrite),
        };
        return await CallAsync(account, request, cancellationToken);
    }

    /// <summary>Deletes a board with all its cards. Deck keeps it for a while, but its API does not bring it back.</summary>
    public Task DeleteAsync(NextcloudAccount account, long board, CancellationToken cancellationToken) =>
        transport.CallAsync(
            account.Login,
            DeckPaths.Request(HttpMethod.Delete, DeckPaths.Board(board), $"Deleting board {board}"),
            cancellationToken
        );

    /// <summary>Shares a board with a person.</summary>
    public async Task<BoardMember> ShareAsync(
        NextcloudAccount account,
        long board,
        string userId,
        bool canEdit,
        CancellationToken cancellationToken
    )
    {
        var write = new MemberWrite(
            (int)DeckUserKind.User,
            userId,
            canEdit,
            PermissionShare: false,
            PermissionManage: false
        );
        var request = DeckPaths.Request(
            HttpMethod.Post,
            DeckPaths.Board(board) + "/acl",
            $"Sharing board {board} with {userId}"
        ) with
        {
            Content = JsonAnswer.Content(write, DeckJson.Default.MemberWrite),
        };
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return JsonAnswer.Read(request, answer, DeckJson.Default.MemberData).ToMember();
    }

    private async Task<Board> CallAsync(
        NextcloudAccount account,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return JsonAnswer.Read(request, answer, DeckJson.Default.BoardData).ToBoard();
    }
}
