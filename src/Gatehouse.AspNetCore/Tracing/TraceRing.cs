using System.Collections.Concurrent;
using Gatehouse.AspNetCore.Authorization;

namespace Gatehouse.AspNetCore.Tracing;

/// <summary>
/// The stories of recent sign-ins, by support id. In memory and bounded: before a person consents nothing is written to a store,
/// and a flood only pushes out the oldest. From consent on the story is stored with its transaction.
/// </summary>
internal sealed class TraceRing(TimeProvider time, ILogger<TraceRing> log)
{
    private const int MaximumStories = 1000;
    private const int MaximumSteps = 50;

    private readonly ConcurrentDictionary<TransactionId, List<TraceStep>> stories = new();
    private readonly ConcurrentQueue<TransactionId> order = new();

    /// <summary>Adds a step and logs it.</summary>
    public void Record(TransactionId id, string what)
    {
        log.Step(id, what);
        var story = stories.GetOrAdd(
            id,
            added =>
            {
                order.Enqueue(added);
                return [];
            }
        );
        lock (story)
        {
            if (story.Count < MaximumSteps)
            {
                story.Add(new TraceStep(time.GetUtcNow(), what));
            }
        }

        while (stories.Count > MaximumStories && order.TryDequeue(out var oldest))
        {
            stories.TryRemove(oldest, out _);
        }
    }

    /// <summary>The steps so far, oldest first.</summary>
    public IReadOnlyList<TraceStep> Read(TransactionId id)
    {
        if (!stories.TryGetValue(id, out var story))
        {
            return [];
        }

        lock (story)
        {
            return [.. story];
        }
    }
}
