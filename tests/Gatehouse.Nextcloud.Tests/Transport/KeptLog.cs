using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Nextcloud.Tests.Transport;

/// <summary>Keeps every line that is logged, its values and exceptions included.</summary>
internal sealed class KeptLog<T> : ILogger<T>
{
    private readonly ConcurrentQueue<string> lines = new();

    public string Text => string.Join('\n', lines);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => lines.Enqueue($"{eventId.Name}: {formatter(state, exception)} {exception}");
}
