using System.Collections;
using System.Collections.Concurrent;

namespace Gatehouse.DemoCloud.Hosting;

/// <summary>The newest requests (at most 10,000) in the order they were answered. Safe to read while the cloud works.</summary>
public sealed class DemoCloudRequests : IReadOnlyCollection<LoggedRequest>
{
    private const int Limit = 10_000;

    private readonly ConcurrentQueue<LoggedRequest> requests = new();

    /// <summary>How many are held.</summary>
    public int Count => requests.Count;

    /// <summary>Forgets them all.</summary>
    public void Clear() => requests.Clear();

    /// <inheritdoc/>
    public IEnumerator<LoggedRequest> GetEnumerator() => requests.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(LoggedRequest request)
    {
        requests.Enqueue(request);
        while (requests.Count > Limit && requests.TryDequeue(out _)) { }
    }
}
