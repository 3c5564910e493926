using Gatehouse.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Tests.Embedding;

/// <summary>The first program of docs/embedding.md: tools of its own behind an identity provider.</summary>
internal static class NotesProgram
{
    public static void Run(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Services.AddSqliteStorage("data/gatehouse.db");
        builder.Services.AddGatehouse(options =>
        {
            options.PublicUrl = "https://mcp.example.com";
            options.MasterKeyFile = "data/master.key";
            var read = Scope.Of("notes.read");
            options.Scopes.Add(new SupportedScope(read, "Notes", "Read your notes"));
            options.Scopes.Add(new SupportedScope(Scope.Of("notes.write"), "Notes", "Change your notes", read));
        });
        builder.Services.AddIdentityProvider(provider =>
        {
            provider.Preset = "keycloak";
            provider.Issuer = "https://id.example.com/realms/staff";
            provider.ClientId = "notes";
            provider.ClientSecretFile = "data/keycloak.secret";
            provider.Allow.Roles.Add("mcp-user");
        });
        builder.Services.AddMcpServer().WithGatehouseTransport().WithTools<NoteTools>();

        var app = builder.Build();
        app.MapGatehouse();
        app.MapGatehouseMcp();
        app.MapGet("/health/live", () => "live");
        app.Run();
    }
}
