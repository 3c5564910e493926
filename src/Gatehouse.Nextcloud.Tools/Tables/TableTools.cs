using System.ComponentModel;
using Gatehouse.Nextcloud.Tables;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Tables;

/// <summary>Writes tables, columns and views.</summary>
[McpServerToolType]
[RequiresScope(TablesApp.Write)]
internal sealed class TableTools(TablesClient tables, TableColumnsClient tableColumns, TableViewsClient views)
{
    private const string TablesPath = "/ocs/v2.php/apps/tables/api/2/tables";
    private const string V1 = "/index.php/apps/tables/api/1";

    [McpServerTool(
        Name = "set_table",
        Title = "Set a table",
        ReadOnly = false,
        Destructive = true,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("POST " + TablesPath, When = "for a new table")]
    [Upstream("PUT " + TablesPath + "/{id}", When = "for one that is there")]
    [Description("Creates a table, or with table changes one.")]
    public async Task<TableAnswer> SetTableAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Table id.")] long? table = null,
        [Description("Title.")] string? title = null,
        [Description("Emoji.")] string? emoji = null,
        [Description("Put away.")] bool? archived = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var written = table is { } id
            ? await tables.UpdateAsync(account, id, title, emoji, description: null, archived, cancellationToken)
            : await tables.CreateAsync(
                account,
                Arguments.NotEmpty("title", title ?? ""),
                emoji,
                description: null,
                cancellationToken
            );
        return TableAnswer.Of(account.Cloud, written);
    }

    [McpServerTool(
        Name = "set_column",
        Title = "Set a column",
        ReadOnly = false,
        Destructive = true,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("POST " + V1 + "/tables/{id}/columns", When = "for a new column")]
    [Upstream("GET " + V1 + "/tables/{id}/columns", When = "for one that is there")]
    [Upstream("PUT " + V1 + "/columns/{id}", When = "for one that is there")]
    [Description("Adds a column, or with column changes one (not its type).")]
    public async Task<ColumnAnswer> SetColumnAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Table id.")] long table,
        [Description("Title of one to change.")] string? column = null,
        [Description("Title.")] string? title = null,
        [Description("Of a new one.")] ColumnType? type = null,
        [Description("Of a selection or multi.")] IReadOnlyList<string>? options = null,
        [Description("Needs a value.")] bool? mandatory = null,
        [Description("Unit of a number.")] string? suffix = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        if (column is null)
        {
            var kind = ColumnTypes.Of(type ?? ColumnType.Line);
            if (kind == ColumnKind.Other)
                throw Arguments.Bad("type", "Columns of this type cannot be made here.");
            if (options is null && kind is ColumnKind.Selection or ColumnKind.MultiSelection)
                throw Arguments.Bad("options", "A selection needs options.");

            var draft = new ColumnDraft(
                Arguments.NotEmpty("title", title ?? ""),
                kind,
                mandatory ?? false,
                Options: options,
                Suffix: suffix
            );
            return ColumnAnswer.Of(await tableColumns.CreateAsync(account, table, draft, cancellationToken));
        }

        var now = Find(await tableColumns.ListAsync(account, table, cancellationToken), "column", column);
        var change = new ColumnChange(title, mandatory, Options: options, Suffix: suffix);
        return ColumnAnswer.Of(await tableColumns.UpdateAsync(account, now, change, cancellationToken));
    }

    [McpServerTool(
        Name = "set_view",
        Title = "Set a view",
        ReadOnly = false,
        Destructive = true,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET " + V1 + "/tables/{id}/columns")]
    [Upstream("POST " + V1 + "/tables/{id}/views", When = "for a new view")]
    [Upstream("PUT " + V1 + "/views/{id}", When = "for one that is there, and for what it shows")]
    [Description("Creates a view of a table, or with view changes one.")]
    public async Task<ViewAnswer> SetViewAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Table id.")] long table,
        [Description("View id.")] long? view = null,
        [Description("Title.")] string? title = null,
        [Description("Column titles.")] IReadOnlyList<string>? columns = null,
        [Description("All must hold, e.g. Amount > 5, Name contains oak.")] IReadOnlyList<string>? filter = null,
        [Description("Column title; - before it: descending.")] string? sort = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var known = await tableColumns.ListAsync(account, table, cancellationToken);
        var change = new ViewChange(
            title,
            ColumnIds: columns is null && view is null
                ? [.. known.Select(c => c.Id)]
                : columns?.Select(c => Find(known, "columns", c).Id).ToList(),
            Filter: filter?.Select(c => ViewFilter.Read(known, c)).ToList(),
            Sort: sort is null ? null : [Sorting(known, sort)]
        );
        var written = view is { } id
            ? await views.UpdateAsync(account, id, change, cancellationToken)
            : await views.CreateAsync(
                account,
                table,
                Arguments.NotEmpty("title", title ?? ""),
                change,
                cancellationToken
            );
        return ViewAnswer.Of(known, written);
    }

    [McpServerTool(
        Name = "delete_table",
        Title = "Delete a table",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET " + TablesPath + "/{id}")]
    [Upstream("GET " + V1 + "/tables/{id}/columns", When = "for a column")]
    [Upstream("DELETE " + TablesPath + "/{id}", When = "for a table")]
    [Upstream("DELETE " + V1 + "/columns/{id}", When = "for a column")]
    [Upstream("DELETE " + V1 + "/views/{id}", When = "for a view")]
    [Description("Deletes a table for good, or only a column or view of it.")]
    public async Task<TablePartDeleted> DeleteAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Table id.")] long table,
        [Description("Column title.")] string? column = null,
        [Description("View id.")] long? view = null,
        [Description("Code of the refusal.")] string? confirmation = null,
        CancellationToken cancellationToken = default
    )
    {
        _ = confirmation;
        var account = CallerOf.Get(request).Account;
        if (column is not null && view is not null)
            throw new ToolException("A column and a view at once cannot be deleted.\nNext step: give one of them.");

        var now = await tables.GetAsync(account, table, cancellationToken);
        if (view is { } id)
        {
            var gone =
                now.Views.FirstOrDefault(v => v.Id == id)
                ?? throw Arguments.Bad(
                    "view",
                    $"The views of the table are: {string.Join(", ", now.Views.Select(v => $"{v.Id} ({v.Title})"))}."
                );
            await views.DeleteAsync(account, id, cancellationToken);
            return new(id, gone.Title);
        }

        if (column is not null)
        {
            var found = Find(await tableColumns.ListAsync(account, table, cancellationToken), "column", column);
            Confirmation.Require(
                request,
                $"Delete the column '{found.Title}' of the table '{now.Title}' with its values in {now.RowCount} rows, for good?"
            );
            await tableColumns.DeleteAsync(account, found, cancellationToken);
            return new(found.Id, found.Title);
        }

        Confirmation.Require(request, $"Delete the table '{now.Title}' with {now.RowCount} rows, for good?");
        await tables.DeleteAsync(account, table, cancellationToken);
        return new(table, now.Title);
    }

    private static TableColumn Find(IReadOnlyList<TableColumn> columns, string argument, string title)
    {
        List<string> errors = [];
        return TableValues.Find(columns, title, errors) ?? throw Arguments.Bad(argument, errors[0]);
    }

    private static ViewSort Sorting(IReadOnlyList<TableColumn> columns, string sort) =>
        sort.StartsWith('-')
            ? new(Find(columns, "sort", sort[1..]).Id, "DESC")
            : new(Find(columns, "sort", sort).Id, "ASC");
}
