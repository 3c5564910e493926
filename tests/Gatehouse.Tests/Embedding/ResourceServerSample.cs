using Gatehouse.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Tests.Embedding;

/// <summary>The tokens of a provider, taken as they are.</summary>
internal static class ResourceServerSample
{
    public static void Add(WebApplicationBuilder builder) =>
        builder.Services.AddProviderResourceServer(
            gatehouse =>
            {
                gatehouse.PublicUrl = "https://mcp.example.com";
                gatehouse.Scopes.Add(new SupportedScope(Scope.Of("notes.read"), "Notes", "Read your notes"));
            },
            tokens =>
            {
                tokens.Provider.Issuer = "https://sso.example.com/realms/company";
                tokens.Audiences.Add("notes");
                tokens.ScopeMap["notes-reader"] = "notes.read";
            }
        );
}
