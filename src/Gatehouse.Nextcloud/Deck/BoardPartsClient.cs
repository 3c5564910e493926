using System.Text.Json.Serialization.Metadata;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Deck;

/// <summary>
/// The lists ("stacks") and labels of a board. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.
/// </summary>
public sealed class BoardPartsClient(NextcloudTransport transport)
{
    private const string NewColor = "31CC7C";

    /// <summary>The lists of a board with their cards, in their order: the cards in use, or the archived ones.</summary>
    public async Task<IReadOnlyList<Stack>> ListStacksAsync(
        NextcloudAccount account,
        long board,
        bool archivedCards,
        CancellationToken cancellationToken
    )
    {
        var path = DeckPaths.Board(board) + (archivedCards ? "/stacks/archived" : "/stacks");
        var request = DeckPaths.Request(HttpMethod.Get, path, $"Listing the cards of board {board}");
        var stacks = await CallAsync(account, request, DeckJson.Default.StackDataArray, cancellationToken);
        return [.. stacks.Where(s => s.DeletedAt == 0).Select(s => s.ToStack()).OrderBy(s => s.Order)];
    }

    /// <summary>Makes a list.</summary>
    public async Task<Stack> CreateStackAsync(
        NextcloudAccount account,
        long board,
        string title,
        int order,
        CancellationToken cancellationToken
    )
    {
        var request = DeckPaths.Request(
            HttpMethod.Post,
            DeckPaths.Board(board) + "/stacks",
            $"Creating the list '{title}'"
        ) with
        {
            Content = JsonAnswer.Content(new TitleWrite(title, order), DeckJson.Default.TitleWrite),
        };
        return (await CallAsync(account, request, DeckJson.Default.StackData, cancellationToken)).ToStack();
    }

    /// <summary>Changes a list: what is null stays as it is.</summary>
    public async Task<Stack> UpdateStackAsync(
        NextcloudAccount account,
        long board,
        long stack,
        string? title,
        int? order,
        CancellationToken cancellationToken
    )
    {
        var path = DeckPaths.Stack(board, stack);
        var read = DeckPaths.Request(HttpMethod.Get, path, $"Reading list {stack}");
        var now = await CallAsync(account, read, DeckJson.Default.StackData, cancellationToken);
        var request = DeckPaths.Request(HttpMethod.Put, path, $"Changing list {stack}") with
        {
            Content = JsonAnswer.Content(
                new TitleWrite(title ?? now.Title ?? "", order ?? now.Order),
                DeckJson.Default.TitleWrite
            ),
        };
        return (await CallAsync(account, request, DeckJson.Default.StackData, cancellationToken)).ToStack();
    }

    /// <summary>Deletes a list with all its cards.</summary>
    public Task DeleteStackAsync(
        NextcloudAccount account,
        long board,
        long stack,
        CancellationToken cancellationToken
    ) =>
        transport.CallAsync(
            account.Login,
            DeckPaths.Request(HttpMethod.Delete, DeckPaths.Stack(board, stack), $"Deleting list {stack}"),
            cancellationToken
        );

    /// <summary>Makes a label. Titles are unique in a board.</summary>
    public async Task<BoardLabel> CreateLabelAsync(
        NextcloudAccount account,
        long board,
        string title,
        string? color,
        CancellationToken cancellationToken
    )
    {
        var request = DeckPaths.Request(
            HttpMethod.Post,
            DeckPaths.Board(board) + "/labels",
            $"Creating the label '{title}'"
        ) with
        {
            Content = JsonAnswer.Content(new TitleWrite(title, Color: color ?? NewColor), DeckJson.Default.TitleWrite),
        };
        return (await CallAsync(account, request, DeckJson.Default.LabelData, cancellationToken)).ToLabel();
    }

    /// <summary>Changes a label: what is null stays as it is.</summary>
    public async Task<BoardLabel> UpdateLabelAsync(
        NextcloudAccount account,
        long board,
        long label,
        string? title,
        string? color,
        CancellationToken cancellationToken
    )
    {
        var path = DeckPaths.Label(board, label);
        var read = DeckPaths.Request(HttpMethod.Get, path, $"Reading label {label}");
        var now = await CallAsync(account, read, DeckJson.Default.LabelData, cancellationToken);
        var request = DeckPaths.Request(HttpMethod.Put, path, $"Changing label {label}") with
        {
            Content = JsonAnswer.Content(
                new TitleWrite(title ?? now.Title ?? "", Color: color ?? now.Color),
                DeckJson.Default.TitleWrite
            ),
        };
        return (await CallAsync(account, request, DeckJson.Default.LabelData, cancellationToken)).ToLabel();
    }

    /// <summary>Deletes a label; cards that had it lose it.</summary>
    public Task DeleteLabelAsync(
        NextcloudAccount account,
        long board,
        long label,
        CancellationToken cancellationToken
    ) =>
        transport.CallAsync(
            account.Login,
            DeckPaths.Request(HttpMethod.Delete, DeckPaths.Label(board, label), $"Deleting label {label}"),
            cancellationToken
        );

    private async Task<T> CallAsync<T>(
        NextcloudAccount account,
        CloudRequest request,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
        where T : class =>
        JsonAnswer.Read(request, await transport.CallAsync(account.Login, request, cancellationToken), type);
}
