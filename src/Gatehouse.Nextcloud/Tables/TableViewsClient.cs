using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tables;

/// <summary>The views of tables. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.</summary>
public sealed class TableViewsClient(NextcloudTransport transport)
{
    /// <summary>One view.</summary>
    public Task<TableView> GetAsync(NextcloudAccount account, long view, CancellationToken cancellationToken) =>
        CallAsync(
            account,
            TablesPaths.Request(HttpMethod.Get, TablesPaths.View(view), $"Reading view {view}"),
            cancellationToken
        );

    /// <summary>Makes a view; its columns, filter and sorting are written by a second request.</summary>
    public async Task<TableView> CreateAsync(
        NextcloudAccount account,
        long table,
        string title,
        ViewChange change,
        CancellationToken cancellationToken
    )
    {
        var request = TablesPaths.Request(
            HttpMethod.Post,
            TablesPaths.OfTable(table, "views"),
            $"Creating the view '{title}'",
            new ViewDraft(title, change.Emoji),
            TablesJson.Default.ViewDraft
        );
        var view = await CallAsync(account, request, cancellationToken);
        return change.IsOnlyNames
            ? view
            : await UpdateAsync(account, view.Id, change with { Title = null, Emoji = null }, cancellationToken);
    }

    /// <summary>Changes a view: what is null stays as it is.</summary>
    public Task<TableView> UpdateAsync(
        NextcloudAccount account,
        long view,
        ViewChange change,
        CancellationToken cancellationToken
    )
    {
        var data = new ViewUpdateData(
            change.Title,
            change.Emoji,
            change.ColumnIds?.Select((id, order) => new ViewColumn(id, order)).ToList(),
            change.Filter is not { } filter ? null
                : filter.Count == 0 ? []
                : [filter],
            change.Sort
        );
        return CallAsync(
            account,
            TablesPaths.Request(
                HttpMethod.Put,
                TablesPaths.View(view),
                $"Changing view {view}",
                new ViewUpdate(data),
                TablesJson.Default.ViewUpdate
            ),
            cancellationToken
        );
    }

    /// <summary>Deletes a view; its rows stay in the table.</summary>
    public Task DeleteAsync(NextcloudAccount account, long view, CancellationToken cancellationToken) =>
        transport.CallAsync(
            account.Login,
            TablesPaths.Request(HttpMethod.Delete, TablesPaths.View(view), $"Deleting view {view}"),
            cancellationToken
        );

    private async Task<TableView> CallAsync(
        NextcloudAccount account,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return JsonAnswer.Read(request, answer, TablesJson.Default.ViewData).ToView();
    }
}
