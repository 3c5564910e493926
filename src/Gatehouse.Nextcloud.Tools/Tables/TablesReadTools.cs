using System.ComponentModel;
using Gatehouse.Nextcloud.Tables;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Paging;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Tables;

/// <summary>Finds and reads tables and rows.</summary>
[McpServerToolType]
[RequiresScope(TablesApp.Read)]
internal sealed class TablesReadTools(TablesClient tables, TableColumnsClient columns, TableRowsClient rows)
{
    [McpServerTool(
        Name = "list_tables",
        Title = "List tables",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /ocs/v2.php/apps/tables/api/2/tables")]
    [Description("Lists the tables and their views.")]
    public async Task<TableList> ListTablesAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("1 to 200.")] int limit = 50,
        [Description("nextCursor of the last answer.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var all = await tables.ListAsync(account, cancellationToken);
        var (page, next) = InMemoryPage.Of("list_tables", all, limit, cursor);
        return new([.. page.Select(t => TableAnswer.Of(account.Cloud, t))], next);
    }

    [McpServerTool(
        Name = "read_table",
        Title = "Read a table",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /index.php/apps/tables/api/1/tables/{id}/scheme")]
    [Description("Reads the columns and views of a table; see list_rows.")]
    public async Task<TableDetails> ReadTableAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Table id.")] long table,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        return TableDetails.Of(account.Cloud, table, await tables.GetSchemeAsync(account, table, cancellationToken));
    }

    [McpServerTool(
        Name = "list_rows",
        Title = "List rows",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /index.php/apps/tables/api/1/tables/{id}/columns")]
    [Upstream("GET /index.php/apps/tables/api/1/tables/{id}/rows", When = "without a view")]
    [Upstream("GET /index.php/apps/tables/api/1/views/{id}/rows", When = "for a view")]
    [Description("Lists rows with values by column title; a view filters and sorts.")]
    public async Task<RowList> ListRowsAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Table id.")] long table,
        [Description("View id.")] long? view = null,
        [Description("1 to 200.")] int limit = 50,
        [Description("nextCursor of the last answer.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        Arguments.Between("limit", limit, 1, InMemoryPage.MaxLimit);
        var offset = PageOffset.Decode("list_rows", cursor);
        var (titles, found) = await SideBySide.AskAsync(
            token => columns.ListAsync(account, table, token),
            // One more than was asked for tells whether there is another page.
            token =>
                view is { } id
                    ? rows.ListOfViewAsync(account, id, limit + 1, offset, token)
                    : rows.ListAsync(account, table, limit + 1, offset, token),
            cancellationToken
        );
        return new(
            [.. found.Take(limit).Select(r => RowAnswer.Of(titles, r))],
            PageOffset.Encode("list_rows", offset + limit, offset + found.Count)
        );
    }
}
