using Gatehouse.AspNetCore.Registration;
using Gatehouse.OAuth;

namespace Gatehouse.Bench.Servers;

/// <summary>Gatehouse before a provider of another process, with everything that is kept on the disk.</summary>
internal static class BrokerServices
{
    private const string ProviderFile = "provider";

    /// <summary>Writes down where the provider is, for a broker that starts with this folder.</summary>
    public static Task PointAtAsync(string provider, string folder) =>
        File.WriteAllTextAsync(Path.Combine(folder, ProviderFile), provider);

    public static void Add(IServiceCollection services, string url, string data)
    {
        services.AddSqliteStorage(Path.Combine(data, "broker.db"));
        services.AddGatehouse(options =>
        {
            options.PublicUrl = url;
            options.ClientMetadataDocuments = ClientMetadataDocumentMode.Off;
            options.Scopes.Add(new SupportedScope(Scope.Of("echo.read"), "Echo", "Hear an echo"));
        });
        services.AddIdentityProvider(options =>
        {
            options.Preset = "oidc";
            options.Issuer = File.ReadAllText(Path.Combine(data, ProviderFile));
            options.ClientId = BenchProvider.ClientId;
            options.ClientSecret = "bench";
            options.Upstream = "token";
        });
    }
}
