using System.Diagnostics;

namespace Gatehouse.Storage.Tests.Crash;

/// <summary>This executable again, as another process.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process process;

    public ChildProcess(params IEnumerable<string> arguments) =>
        process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, [Child.Verb, .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;

    /// <summary>The next line it said whole; null when it said its last.</summary>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.EndsWith(" .", StringComparison.Ordinal))
            {
                return line[..^2];
            }
        }

        return null;
    }

    /// <summary>kill -9.</summary>
    public void Kill() => process.Kill();

    /// <summary>Waits for its end.</summary>
    /// <returns>True when a signal ended it.</returns>
    public async Task<bool> WasKilledAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 128 + 9;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
