using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Tests.Embedding;

/// <summary>The second program of docs/embedding.md: the Nextcloud tools.</summary>
internal static class NextcloudProgram
{
    public static void Run(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSqliteStorage("data/gatehouse.db");
        builder.Services.AddGatehouse(options =>
        {
            options.PublicUrl = "https://mcp.example.com";
            options.MasterKeyFile = "data/master.key";
            foreach (var scope in NextcloudHostingExtensions.Scopes)
            {
                options.Scopes.Add(scope);
            }
        });
        builder.Services.AddNextcloud(options => options.Cloud = "https://cloud.example.com");
        builder.Services.AddMcpServer().WithGatehouseTransport().AddNextcloudTools();

        var app = builder.Build();
        app.MapGatehouse();
        app.MapGatehouseMcp();
        app.MapNextcloud();
        app.Run();
    }
}
