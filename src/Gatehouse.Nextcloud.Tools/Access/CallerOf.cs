using Gatehouse.Nextcloud.Transport;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>Carries the caller from the filter, which asks for it once, to the tool.</summary>
internal static class CallerOf
{
    private const string Key = "Gatehouse.Nextcloud.Tools.Caller";

    public static async ValueTask<NextcloudCaller> SetAsync(MessageContext request, CancellationToken cancellationToken)
    {
        var services =
            request.Services ?? throw new InvalidOperationException("The MCP server was made without services.");
        var source =
            services.GetService<NextcloudCallerSource>()
            ?? throw new InvalidOperationException(
                "No NextcloudCallerSource is registered. Whoever hosts the tools says who calls: services.AddSingleton<NextcloudCallerSource, …>()."
            );
        var caller = await source.CurrentAsync(services, request.User, cancellationToken);
        caller = caller with
        {
            Account = caller.Account with { Journal = new WriteJournal() },
            Scopes = services.GetRequiredService<OfferedScopes>().Of(caller.Scopes),
        };
        request.Items[Key] = caller;
        return caller;
    }

    /// <summary>The caller of a request that passed the filters.</summary>
    public static NextcloudCaller Get(MessageContext request) =>
        request.Items.TryGetValue(Key, out var caller)
            ? (NextcloudCaller)caller!
            : throw new InvalidOperationException("The access filters did not run; call AddNextcloudTools.");
}
