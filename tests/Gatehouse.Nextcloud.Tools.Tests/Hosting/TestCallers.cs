using System.Collections.Concurrent;
using System.Security.Claims;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Safety;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Tests.Hosting;

/// <summary>Stands in the place of the host: the user of the request says who and what, the accounts are given.</summary>
internal sealed class TestCallers : NextcloudCallerSource
{
    public const string ExtendUrl = "https://mcp.example.com/access";

    public Dictionary<string, NextcloudAccount> Accounts { get; } = [];

    /// <summary>What tools were said to have changed.</summary>
    public ConcurrentQueue<ToolWrite> Writes { get; } = [];

    public override ValueTask<NextcloudCaller> CurrentAsync(
        IServiceProvider services,
        ClaimsPrincipal? user,
        CancellationToken cancellationToken
    )
    {
        var name = user?.Identity?.Name ?? throw new ToolException("Nobody is signed in.\nNext step: sign in.");
        var scopes = GrantedScopes.Parse(user.FindFirstValue("scope"));
        return new(
            new NextcloudCaller(Accounts[name], scopes, ExtendUrl)
            {
                Wrote = write =>
                {
                    Writes.Enqueue(write);
                    return default;
                },
            }
        );
    }
}
