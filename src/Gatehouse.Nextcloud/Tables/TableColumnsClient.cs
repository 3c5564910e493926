using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tables;

/// <summary>The columns of tables. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.</summary>
public sealed class TableColumnsClient(NextcloudTransport transport)
{
    /// <summary>The columns of a table.</summary>
    public async Task<IReadOnlyList<TableColumn>> ListAsync(
        NextcloudAccount account,
        long table,
        CancellationToken cancellationToken
    )
    {
        var request = TablesPaths.Request(
            HttpMethod.Get,
            TablesPaths.OfTable(table, "columns"),
            $"Reading the columns of table {table}"
        );
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var columns = JsonAnswer.Read(request, answer, TablesJson.Default.JsonObjectArray);
        return [.. columns.Select(c => Of(request, c))];
    }

    /// <summary>Makes a column.</summary>
    public Task<TableColumn> CreateAsync(
        NextcloudAccount account,
        long table,
        ColumnDraft draft,
        CancellationToken cancellationToken
    ) =>
        CallAsync(
            account,
            TablesPaths.Request(
                HttpMethod.Post,
                TablesPaths.OfTable(table, "columns"),
                $"Creating the column '{draft.Title}'",
                ColumnWrite.Of(draft),
                TablesJson.Default.JsonObject
            ),
            cancellationToken
        );

    /// <summary>Changes a column as it was read.</summary>
    public Task<TableColumn> UpdateAsync(
        NextcloudAccount account,
        TableColumn column,
        ColumnChange change,
        CancellationToken cancellationToken
    ) =>
        CallAsync(
            account,
            TablesPaths.Request(
                HttpMethod.Put,
                TablesPaths.Column(column.Id),
                $"Changing the column '{column.Title}'",
                ColumnWrite.Of(column, change),
                TablesJson.Default.JsonObject
            ),
            cancellationToken
        );

    /// <summary>Deletes a column with all its values, for good.</summary>
    public Task DeleteAsync(NextcloudAccount account, TableColumn column, CancellationToken cancellationToken) =>
        transport.CallAsync(
            account.Login,
            TablesPaths.Request(
                HttpMethod.Delete,
                TablesPaths.Column(column.Id),
                $"Deleting the column '{column.Title}'"
            ),
            cancellationToken
        );

    private async Task<TableColumn> CallAsync(
        NextcloudAccount account,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return Of(request, JsonAnswer.Read(request, answer, TablesJson.Default.JsonObject));
    }

    private static TableColumn Of(CloudRequest request, JsonObject json)
    {
        try
        {
            return TableColumn.Of(json);
        }
        catch (JsonException exception)
        {
            throw new NextcloudException(
                ErrorReader.Unexpected(request, "It answered a column of an unexpected shape."),
                exception
            );
        }
    }
}
