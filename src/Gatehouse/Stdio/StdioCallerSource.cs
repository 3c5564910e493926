using System.Security.Claims;
using Gatehouse.Nextcloud;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Stdio;

/// <summary>
/// The one person of a stdio server, who may do everything the server's tools can: whoever runs it has their password. Asked for at the first call, so that
/// a cloud that is away at the start is an error with words, not a server that does not come.
/// </summary>
internal sealed class StdioCallerSource(NextcloudLogin login, NextcloudTransport transport) : NextcloudCallerSource
{
    private static readonly GrantedScopes everything = GrantedScopes.Of(
        NextcloudScopes.All.Select(scope => scope.Name)
    );

    private NextcloudCaller? caller;

    public override async ValueTask<NextcloudCaller> CurrentAsync(
        IServiceProvider services,
        ClaimsPrincipal? user,
        CancellationToken cancellationToken
    )
    {
        // Two first calls may both ask; they are told the same.
        caller ??= new(
            (await new AccountDiscovery(transport).DiscoverAsync(login, cancellationToken)).Account,
            everything,
            ExtendAccessUrl: null
        );
        return caller;
    }
}
