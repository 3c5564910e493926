using Gatehouse.AspNetCore.Registration;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.OAuth;

namespace Gatehouse.Bench.Servers;

/// <summary>Gatehouse as an embedder adds it; only the sign-in answers at once.</summary>
internal static class GatehouseServices
{
    public static void Add(IServiceCollection services, string url)
    {
        services.AddSingleton<ISignIn, InstantSignIn>();
        services.AddGatehouse(options =>
        {
            options.PublicUrl = url;
            options.ClientMetadataDocuments = ClientMetadataDocumentMode.Off;
            options.Scopes.Add(new SupportedScope(Scope.Of("echo.read"), "Echo", "Hear an echo"));
            options.Scopes.Add(new SupportedScope(Scope.Of("echo.write"), "Echo", "Call out", Scope.Of("echo.read")));
        });
    }

    public static WebApplication WithGatehouse(this WebApplication app)
    {
        app.MapGatehouse();
        return app;
    }
}
