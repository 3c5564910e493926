using Gatehouse.Nextcloud.Tables;
using Gatehouse.Nextcloud.Tools.Apps;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gatehouse.Nextcloud.Tools.Tables;

/// <summary>The Tables app.</summary>
internal static class TablesApp
{
    public const string Read = "tables.read";
    public const string Write = "tables.write";

    public static NextcloudApp App { get; } =
        new("tables", "Tables")
        {
            Requires = "tables",
            Scopes =
            [
                new(Read, "Tables", "Read tables", "List and read your tables and their rows."),
                new(
                    Write,
                    "Tables",
                    "Change tables",
                    "Create, change and delete tables, columns, views and rows, which includes reading them. What is deleted there is gone."
                ),
            ],
            Json = TablesToolsJson.Default,
            Add = (server, json) =>
            {
                server.Services.TryAddSingleton<TablesClient>();
                server.Services.TryAddSingleton<TableColumnsClient>();
                server.Services.TryAddSingleton<TableViewsClient>();
                server.Services.TryAddSingleton<TableRowsClient>();
                _ = server
                    .WithAppTools<TablesReadTools>(json)
                    .WithAppTools<RowTools>(json)
                    .WithAppTools<TableTools>(json);
            },
        };
}
