using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tables;

/// <summary>
/// The rows of tables. Values are checked against their columns before anything is sent (<see cref="TableValues"/>): the app stores what it
/// cannot read as nothing and answers 200. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.
/// </summary>
public sealed class TableRowsClient(NextcloudTransport transport)
{
    /// <summary>The rows of a table.</summary>
    public Task<IReadOnlyList<TableRow>> ListAsync(
        NextcloudAccount account,
        long table,
        int limit,
        int offset,
        CancellationToken cancellationToken
    ) =>
        ListAsync(
            account,
            TablesPaths.OfTable(table, "rows") + Query(limit, offset),
            $"Reading the rows of table {table}",
            cancellationToken
        );

    /// <summary>The rows of a view: those that meet its filter, in its order, with its columns only.</summary>
    public Task<IReadOnlyList<TableRow>> ListOfViewAsync(
        NextcloudAccount account,
        long view,
        int limit,
        int offset,
        CancellationToken cancellationToken
    ) =>
        ListAsync(
            account,
            TablesPaths.OfView(view, "rows") + Query(limit, offset),
            $"Reading the rows of view {view}",
            cancellationToken
        );

    /// <summary>One row.</summary>
    public Task<TableRow> GetAsync(NextcloudAccount account, long row, CancellationToken cancellationToken) =>
        CallAsync(
            account,
            TablesPaths.Request(HttpMethod.Get, TablesPaths.Row(row), $"Reading row {row}"),
            cancellationToken
        );

    /// <summary>Makes a row of values that <see cref="TableValues.ToCloud"/> made. The answer knows neither when nor by whom.</summary>
    public Task<TableRow> CreateAsync(
        NextcloudAccount account,
        long table,
        JsonObject values,
        CancellationToken cancellationToken
    ) =>
        CallAsync(
            account,
            TablesPaths.Request(
                HttpMethod.Post,
                TablesPaths.OfTable(table, "rows"),
                $"Creating a row in table {table}",
                new RowWrite(values),
                TablesJson.Default.RowWrite
            ),
            cancellationToken
        );

    /// <summary>Changes values of a row; the others stay. Compare with <see cref="GetUnchangedAsync"/> before.</summary>
    public Task<TableRow> UpdateAsync(
        NextcloudAccount account,
        long row,
        JsonObject values,
        CancellationToken cancellationToken
    ) =>
        CallAsync(
            account,
            TablesPaths.Request(
                HttpMethod.Put,
                TablesPaths.Row(row),
                $"Changing row {row}",
                new RowWrite(values),
                TablesJson.Default.RowWrite
            ),
            cancellationToken
        );

    /// <summary>Deletes a row, for good.</summary>
    public Task DeleteAsync(NextcloudAccount account, long row, CancellationToken cancellationToken) =>
        transport.CallAsync(
            account.Login,
            TablesPaths.Request(HttpMethod.Delete, TablesPaths.Row(row), $"Deleting row {row}"),
            cancellationToken
        );

    /// <summary>
    /// A row that is still as <paramref name="read"/> says. The API has no conditional write: between this look and a write lies one round
    /// trip. Otherwise the error is a <see cref="NextcloudErrorKind.Conflict"/>.
    /// </summary>
    public async Task<TableRow> GetUnchangedAsync(
        NextcloudAccount account,
        long row,
        ETag read,
        string doing,
        CancellationToken cancellationToken
    )
    {
        var now = await GetAsync(account, row, cancellationToken);
        return now.ETag == read
            ? now
            : throw new NextcloudException(
                new(
                    NextcloudErrorKind.Conflict,
                    $"{doing} row {row} was refused: it changed in the meantime, and nothing was written.",
                    $"It was changed by {now.LastEditBy ?? "somebody"} at {now.LastEditAt} UTC; by column id it holds: "
                        + string.Join(", ", now.Values.Select(v => $"{v.Key}: {v.Value.GetRawText()}")),
                    "Read the rows again, merge the change into what is there now, and write with the current ETag."
                )
                {
                    CurrentETag = now.ETag,
                }
            );
    }

    private static string Query(int limit, int offset) =>
        string.Create(CultureInfo.InvariantCulture, $"?limit={limit}&offset={offset}");

    private async Task<IReadOnlyList<TableRow>> ListAsync(
        NextcloudAccount account,
        string path,
        string doing,
        CancellationToken cancellationToken
    )
    {
        var request = TablesPaths.Request(HttpMethod.Get, path, doing);
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return [.. JsonAnswer.Read(request, answer, TablesJson.Default.RowDataArray).Select(r => r.ToRow())];
    }

    private async Task<TableRow> CallAsync(
        NextcloudAccount account,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return JsonAnswer.Read(request, answer, TablesJson.Default.RowData).ToRow();
    }
}
