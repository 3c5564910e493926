using Gatehouse.Nextcloud.Talk;
using Gatehouse.Nextcloud.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>Completes the name of a conversation.</summary>
internal static class ConversationNames
{
    /// <summary>Those that hold what was typed, the last used first.</summary>
    public static async Task<IEnumerable<string>> CompleteAsync(
        IServiceProvider services,
        NextcloudAccount account,
        string typed,
        CancellationToken cancellationToken
    )
    {
        var all = await services.GetRequiredService<ConversationsClient>().ListAsync(account, cancellationToken);
        return all.Where(c => c.Kind is not (ConversationKind.Changelog or ConversationKind.NoteToSelf))
            .OrderByDescending(c => c.LastActivity)
            .Select(c => c.Name)
            .Where(name => name.Contains(typed, StringComparison.OrdinalIgnoreCase));
    }
}
