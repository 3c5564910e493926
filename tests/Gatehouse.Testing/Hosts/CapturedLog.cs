using System.Collections.Concurrent;

namespace Gatehouse.Testing.Hosts;

/// <summary>What a server wrote, line by line; safe to read while it writes.</summary>
public sealed class CapturedLog
{
    private readonly ConcurrentQueue<string> lines = new();

    /// <summary>Everything until now.</summary>
    public IReadOnlyList<string> Lines => [.. lines];

    /// <summary>The same as one text.</summary>
    public string Text => string.Join('\n', lines);

    /// <summary>The newest lines as one text, for messages of failing tests.</summary>
    public string Tail => string.Join('\n', lines.TakeLast(40));

    /// <summary>Adds a line.</summary>
    public void Add(string line) => lines.Enqueue(line);
}
