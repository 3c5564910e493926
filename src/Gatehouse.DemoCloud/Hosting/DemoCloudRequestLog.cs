using System.Collections.Concurrent;

namespace Gatehouse.DemoCloud.Hosting;

/// <summary>The newest requests (at most 10,000) in the order they were answered. Safe to read while the cloud works.</summary>
public sealed class DemoCloudRequestLog
{
    private const int Limit = 10_000;

    private readonly ConcurrentQueue<LoggedRequest> requests = new();

    /// <summary>Those answered until now.</summary>
    public IReadOnlyList<LoggedRequest> All => [.. requests];

    /// <summary>Forgets them.</summary>
    public void Clear() => requests.Clear();

    internal void Add(LoggedRequest request)
    {
        requests.Enqueue(request);
        if (requests.Count > Limit)
        {
            _ = requests.TryDequeue(out _);
        }
    }
}
