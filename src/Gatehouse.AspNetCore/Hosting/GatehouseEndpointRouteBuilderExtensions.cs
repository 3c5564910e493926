using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Consent;
using Gatehouse.AspNetCore.Device;
using Gatehouse.AspNetCore.Discovery;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.AspNetCore.People;
using Gatehouse.AspNetCore.PersonalTokens;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.OAuth.Discovery;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps Gatehouse into an application.</summary>
public static class GatehouseEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps every address of the authorization server, or, where somebody else gives the access tokens, only the document that says so. The resource itself is mapped
    /// by its owner, with <c>MapGatehouseMcp</c>.
    /// </summary>
    public static IEndpointRouteBuilder MapGatehouse(this IEndpointRouteBuilder routes)
    {
        var deployment =
            routes.ServiceProvider.GetService<Deployment>()
            ?? throw new InvalidOperationException(
                "Call builder.Services.AddGatehouse(...) before app.MapGatehouse()."
            );

        routes.Map<ProtectedResourceEndpoint>(HttpMethods.Get, EndpointPaths.ProtectedResource);
        routes.Map<ProtectedResourceEndpoint>(
            HttpMethods.Get,
            EndpointPaths.ProtectedResource + deployment.Resource.Path
        );
        return routes.ServiceProvider.GetRequiredService<IAccessTokens>() is OwnAccessTokens
            ? routes.MapAuthorizationServer(deployment)
            : routes;
    }

    private static IEndpointRouteBuilder MapAuthorizationServer(
        this IEndpointRouteBuilder routes,
        Deployment deployment
    )
    {
        routes.Map<AuthorizationServerEndpoint>(HttpMethods.Get, EndpointPaths.AuthorizationServer);
        routes.Map<AuthorizationServerEndpoint>(HttpMethods.Get, EndpointPaths.OpenIdConfiguration);
        routes.Map<JwksEndpoint>(HttpMethods.Get, EndpointPaths.Jwks);
        if (deployment.Options.DynamicRegistration)
        {
            routes.Map<RegistrationEndpoint>(HttpMethods.Post, EndpointPaths.Register);
        }

        if (deployment.Options.DeviceAuthorization)
        {
            routes.Map<DeviceAuthorizationEndpoint>(HttpMethods.Post, EndpointPaths.DeviceAuthorization);
            routes.Map<DeviceEndpoint>(HttpMethods.Get, DeviceEndpoint.Pattern);
            routes.Map<DeviceActionEndpoint>(HttpMethods.Post, DeviceEndpoint.Pattern);
        }

        if (routes.ServiceProvider.GetRequiredService<SignIns>().Offered.Count == 0)
        {
            throw new InvalidOperationException("Nobody can sign in here: add an ISignIn, such as AddNextcloud does.");
        }

        routes.Map<AuthorizationEndpoint>(HttpMethods.Get, EndpointPaths.Authorize);
        routes.Map<ConsentEndpoint>(HttpMethods.Post, ConsentEndpoint.Pattern);
        routes.Map<SignInEndpoint>(HttpMethods.Get, SignInEndpoint.Pattern);
        routes.Map<SignInActionEndpoint>(HttpMethods.Post, SignInEndpoint.Pattern);
        routes.Map<CallbackEndpoint>(HttpMethods.Get, CallbackEndpoint.Pattern);
        routes.Map<SignInStateEndpoint>(HttpMethods.Get, SignInStateEndpoint.Pattern);
        routes.Map<ConnectionsEndpoint>(HttpMethods.Get, ConnectionsEndpoint.Pattern);
        routes.Map<PageSignInEndpoint>(HttpMethods.Post, PageSignInEndpoint.Pattern);
        routes.Map<SignOutEndpoint>(HttpMethods.Post, SignOutEndpoint.Pattern);
        routes.Map<TokenCreationEndpoint>(HttpMethods.Post, TokenCreationEndpoint.Pattern);
        routes.Map<UnlinkEndpoint>(HttpMethods.Post, UnlinkEndpoint.Pattern);
        routes.Map<ConnectionActionEndpoint>(HttpMethods.Post, ConnectionActionEndpoint.Pattern);
        routes.Map<TokenEndpoint>(HttpMethods.Post, EndpointPaths.Token);
        routes.Map<RevocationEndpoint>(HttpMethods.Post, EndpointPaths.Revoke);
        return routes;
    }

    // An explicit RequestDelegate: nothing is bound by reflection, and no result is lost to an overload that ignores it.
    private static void Map<TEndpoint>(this IEndpointRouteBuilder routes, string method, string pattern)
        where TEndpoint : class, IEndpoint
    {
        var endpoint = routes.ServiceProvider.GetRequiredService<TEndpoint>();
        var guard = ActivatorUtilities.CreateInstance<EndpointGuard>(routes.ServiceProvider);
        RequestDelegate handle = context => guard.RunAsync(endpoint, context);
        routes.MapMethods(pattern, [method], handle).WithDisplayName(typeof(TEndpoint).Name);
    }
}
