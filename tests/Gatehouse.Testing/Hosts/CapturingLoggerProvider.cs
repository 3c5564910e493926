using Microsoft.Extensions.Logging;

namespace Gatehouse.Testing.Hosts;

/// <summary>Writes what a server in this process logs, with scopes and exceptions, into a <see cref="CapturedLog"/>.</summary>
public sealed class CapturingLoggerProvider(CapturedLog log) : ILoggerProvider
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(log, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Logger(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            log.Add($"scope {category}: {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => log.Add($"{logLevel} {category}[{eventId.Id}]: {formatter(state, exception)} {exception}");
    }
}
