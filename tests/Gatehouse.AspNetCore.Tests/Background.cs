using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.Testing.Sites;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.AspNetCore.Tests;

/// <summary>Runs a task of the background once, now and to its end, so that no test waits for a clock.</summary>
internal static class Background
{
    public static Task DeletionsAsync(Site site) => RunAsync<DeletionWorker>(site);

    public static Task RevocationsAsync(Site site) => RunAsync<RevocationList>(site);

    public static Task LastUseAsync(Site site) => RunAsync<LastUse>(site);

    public static Task PurgeAsync(Site site) => RunAsync<TokenPurge>(site);

    private static Task RunAsync<T>(Site site)
        where T : IHousekeeping =>
        site.Services.GetServices<IHousekeeping>().OfType<T>().Single().RunAsync(TestContext.Current.CancellationToken);
}
