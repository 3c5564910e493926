using System.Collections.Concurrent;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Hosting;
using Gatehouse.Nextcloud.Transport;
using Microsoft.Extensions.Options;

namespace Gatehouse.Nextcloud.Tools.Safety;

/// <summary>
/// How many calls a person's assistants may make in a minute, all of them together: a model that runs in circles must not take the cloud from
/// everybody else, nor have it lock our address out.
/// </summary>
internal sealed class CallLimit(IOptions<NextcloudToolsOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(CloudAddress, string), Counted> people = new();
    private DateTimeOffset swept;

    /// <summary>Counts a call.</summary>
    /// <exception cref="ToolException">It is one too many.</exception>
    public void Count(NextcloudAccount account)
    {
        var most = options.Value.CallsPerMinute;
        if (most == 0)
            return;

        var now = time.GetUtcNow();
        Sweep(now);
        var counted = people.AddOrUpdate(
            (account.Cloud, account.UserId),
            _ => new Counted(now, 1),
            (_, before) => now - before.Since < Window ? before with { Calls = before.Calls + 1 } : new Counted(now, 1)
        );
        if (counted.Calls <= most)
            return;

        var wait = Math.Ceiling((counted.Since + Window - now).TotalSeconds);
        throw new ToolException(
            $"This person's assistants made more than {most} calls in a minute, and nothing was done.\n"
                + $"Next step: wait {wait} seconds, and ask for more at once (lists and searches take a limit)."
        );
    }

    private void Sweep(DateTimeOffset now)
    {
        if (now - swept < Window)
            return;

        swept = now;
        foreach (var (key, counted) in people)
        {
            if (now - counted.Since >= Window)
                _ = people.TryRemove(KeyValuePair.Create(key, counted));
        }
    }

    private sealed record Counted(DateTimeOffset Since, int Calls);
}
