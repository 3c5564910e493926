using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Gatehouse.Bench.Report;

/// <summary>Where and of what was measured.</summary>
internal sealed record Machine(
    DateTimeOffset Date,
    string Commit,
    string Processor,
    int Cores,
    string System,
    string Runtime
)
{
    public static async Task<Machine> ReadAsync() =>
        new(
            TimeProvider.System.GetUtcNow(),
            await CommitAsync(),
            Processors(),
            Environment.ProcessorCount,
            RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription
        );

    private static string Processors() =>
        File.ReadLines("/proc/cpuinfo")
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            ?.Split(": ")[1]
        ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static async Task<string> CommitAsync()
    {
        var commit = await GitAsync("rev-parse", "--short", "HEAD");
        return await GitAsync("status", "--porcelain", "--untracked-files=no") == ""
            ? commit
            : commit + " with changes";
    }

    private static async Task<string> GitAsync(params string[] arguments)
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", arguments) { UseShellExecute = false, RedirectStandardOutput = true }
        )!;
        var output = await git.StandardOutput.ReadToEndAsync();
        await git.WaitForExitAsync();
        return output.Trim();
    }
}
