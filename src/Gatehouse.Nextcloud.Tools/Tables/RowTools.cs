using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Nextcloud.Tables;
using Gatehouse.Nextcloud.Texts;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Tables;

/// <summary>Writes rows.</summary>
[McpServerToolType]
[RequiresScope(TablesApp.Write)]
internal sealed class RowTools(TableColumnsClient columns, TableRowsClient tableRows)
{
    private const int Many = 100;
    private const int MostWords = 3;
    private const int MaxWord = 40;
    private const string RowPath = "/index.php/apps/tables/api/1/rows/{id}";
    private const string ColumnsPath = "/index.php/apps/tables/api/1/tables/{id}/columns";

    [McpServerTool(
        Name = "create_rows",
        Title = "Create rows",
        ReadOnly = false,
        Destructive = false,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET " + ColumnsPath)]
    [Upstream("POST /index.php/apps/tables/api/1/tables/{id}/rows", Most = Many, When = "for each row")]
    [Description("Creates rows; wrong values are refused before any is written.")]
    public async Task<RowsCreated> CreateAsync(
        RequestContext<CallToolRequestParams> request,
        IProgress<ProgressNotificationValue> progress,
        [Description("Table id.")] long table,
        [Description("Up to 100, values by column title.")] IReadOnlyList<Dictionary<string, JsonElement>> rows,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        Arguments.Between("rows", rows.Count, 1, Many);
        var known = await columns.ListAsync(account, table, cancellationToken);
        List<JsonObject> written = [];
        List<string> wrong = [];
        for (var i = 0; i < rows.Count; i++)
        {
            written.Add(TableValues.ToCloud(known, rows[i], isNewRow: true, out var errors));
            wrong.AddRange(errors.Select(e => rows.Count == 1 ? e : $"Row {i + 1}: {e}"));
        }

        Refuse(wrong);
        List<RowAnswer> made = [];
        foreach (var values in written)
        {
            var row = await tableRows.CreateAsync(account, table, values, cancellationToken);
            // What is answered here is as it was sent; read back, the app may show it otherwise, so no etag is made of it.
            made.Add(RowAnswer.Of(known, row) with { Etag = null });
            progress.Report(new ProgressNotificationValue { Progress = made.Count, Total = written.Count });
        }

        return new(made);
    }

    [McpServerTool(
        Name = "update_row",
        Title = "Change a row",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET " + RowPath)]
    [Upstream("GET " + ColumnsPath)]
    [Upstream("PUT " + RowPath)]
    [Description("Changes values of a row; the others stay.")]
    public async Task<RowAnswer> UpdateAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Row id.")] long row,
        [Description("From reading it.")] string etag,
        [Description("By column title.")] Dictionary<string, JsonElement> values,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        if (values.Count == 0)
            throw Arguments.Bad("values", "There is nothing to change.");

        var now = await tableRows.GetUnchangedAsync(account, row, Arguments.ETag(etag), "Changing", cancellationToken);
        var known = await columns.ListAsync(account, now.TableId, cancellationToken);
        var write = TableValues.ToCloud(known, values, isNewRow: false, out var errors);
        Refuse(errors);
        return RowAnswer.Of(known, await tableRows.UpdateAsync(account, row, write, cancellationToken));
    }

    [McpServerTool(
        Name = "delete_row",
        Title = "Delete a row",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET " + RowPath)]
    [Upstream("DELETE " + RowPath)]
    [Description("Deletes a row for good: no trash.")]
    public async Task<RowDeleted> DeleteAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Row id.")] long row,
        [Description("From reading it.")] string etag,
        [Description("From the refusal.")] string? confirmation = null,
        CancellationToken cancellationToken = default
    )
    {
        _ = confirmation;
        var account = CallerOf.Get(request).Account;
        var there = await tableRows.GetUnchangedAsync(
            account,
            row,
            Arguments.ETag(etag),
            "Deleting",
            cancellationToken
        );
        Confirmation.Require(request, $"Delete row {row} ({Words(there)}) for good?");
        await tableRows.DeleteAsync(account, row, cancellationToken);
        return new(row);
    }

    /// <summary>By what a person knows a row: the first texts in it.</summary>
    private static string Words(TableRow row)
    {
        var texts = row
            .Values.Where(v => v.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            .OrderBy(v => v.Key)
            .Select(v => Beginning.Of(v.Value.ToString(), MaxWord));
        return string.Join(", ", texts.Take(MostWords));
    }

    private static void Refuse(IReadOnlyCollection<string> errors)
    {
        if (errors.Count > 0)
            throw new ToolException(
                $"The values do not fit the table, and nothing was written: {string.Join(' ', errors)}\n"
                    + "Next step: correct them and call again. read_table tells the columns."
            );
    }
}
