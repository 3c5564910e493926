using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tables;

/// <summary>The tables of Nextcloud Tables. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.</summary>
public sealed class TablesClient(NextcloudTransport transport)
{
    private const string NoTemplate = "custom";

    /// <summary>All tables the person sees, with their views. The API knows no pages.</summary>
    public async Task<IReadOnlyList<Table>> ListAsync(NextcloudAccount account, CancellationToken cancellationToken)
    {
        var request = OcsCall.Get(TablesPaths.Tables, "Listing tables");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var tables = OcsCall.DataOf(request, answer, TablesJson.Default.OcsEnvelopeTableDataArray);
        return [.. tables.Select(t => t.ToTable())];
    }

    /// <summary>One table with its views.</summary>
    public Task<Table> GetAsync(NextcloudAccount account, long table, CancellationToken cancellationToken) =>
        CallAsync(
            account,
            TablesPaths.Request(HttpMethod.Get, TablesPaths.Table(table), $"Reading table {table}"),
            cancellationToken
        );

    /// <summary>How a table is made: its columns and views.</summary>
    public async Task<TableScheme> GetSchemeAsync(
        NextcloudAccount account,
        long table,
        CancellationToken cancellationToken
    )
    {
        var request = TablesPaths.Request(
            HttpMethod.Get,
            TablesPaths.OfTable(table, "scheme"),
            $"Reading table {table}"
        );
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return JsonAnswer.Read(request, answer, TablesJson.Default.SchemeData).ToScheme();
    }

    /// <summary>Makes a table without columns.</summary>
    public Task<Table> CreateAsync(
        NextcloudAccount account,
        string title,
        string? emoji,
        string? description,
        CancellationToken cancellationToken
    ) =>
        CallAsync(
            account,
            TablesPaths.Request(
                HttpMethod.Post,
                TablesPaths.Tables,
                $"Creating the table '{title}'",
                new TableWrite(title, emoji, description, Template: NoTemplate),
                TablesJson.Default.TableWrite
            ),
            cancellationToken
        );

    /// <summary>Changes a table: what is null stays as it is.</summary>
    public Task<Table> UpdateAsync(
        NextcloudAccount account,
        long table,
        string? title,
        string? emoji,
        string? description,
        bool? archived,
        CancellationToken cancellationToken
    ) =>
        CallAsync(
            account,
            TablesPaths.Request(
                HttpMethod.Put,
                TablesPaths.Table(table),
                $"Changing table {table}",
                new TableWrite(title, emoji, description, archived),
                TablesJson.Default.TableWrite
            ),
            cancellationToken
        );

    /// <summary>Deletes a table with all its rows, for good.</summary>
    public Task<Table> DeleteAsync(NextcloudAccount account, long table, CancellationToken cancellationToken) =>
        CallAsync(
            account,
            TablesPaths.Request(HttpMethod.Delete, TablesPaths.Table(table), $"Deleting table {table}"),
            cancellationToken
        );

    private async Task<Table> CallAsync(
        NextcloudAccount account,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return OcsCall.DataOf(request, answer, TablesJson.Default.OcsEnvelopeTableData).ToTable();
    }
}
