using System.Security.Claims;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Bench.Servers;

/// <summary>The people of the bench's cloud, each with everything granted.</summary>
internal sealed class BenchCallers(BenchCloud cloud) : NextcloudCallerSource
{
    private static readonly GrantedScopes everything = GrantedScopes.Of(
        NextcloudScopes.All.Select(scope => scope.Name)
    );

    private readonly Dictionary<string, NextcloudCaller> people = cloud.Passwords.ToDictionary(
        person => person.Key,
        person => new NextcloudCaller(
            new NextcloudAccount(
                CloudAddress.Parse(cloud.Url),
                person.Key,
                person.Key,
                DavPrincipal.Parse($"/remote.php/dav/principals/users/{person.Key}/"),
                AppPassword.Parse(person.Value),
                CredentialVersion.Parse(person.Key)
            ),
            everything,
            ExtendAccessUrl: null
        ),
        StringComparer.Ordinal
    );

    public override ValueTask<NextcloudCaller> CurrentAsync(
        IServiceProvider services,
        ClaimsPrincipal? user,
        CancellationToken cancellationToken
    ) => new(people[user!.FindFirstValue(ClaimTypes.NameIdentifier)!]);
}
