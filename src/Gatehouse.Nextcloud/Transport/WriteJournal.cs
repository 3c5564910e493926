using System.Collections.Concurrent;

namespace Gatehouse.Nextcloud.Transport;

/// <summary>
/// What was changed in the course of one piece of work. When a later step of it fails, the error can say what is done already, so that nobody
/// does it again. Thread-safe.
/// </summary>
public sealed class WriteJournal
{
    private readonly ConcurrentQueue<string> done = new();

    /// <summary>What was done, in order, e.g. <c>Creating the card 'Write docs'</c>.</summary>
    public IReadOnlyList<string> Done => [.. done];

    internal void Add(string doing) => done.Enqueue(doing);
}
