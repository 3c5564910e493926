using System.Diagnostics;
using System.Globalization;
using Gatehouse.Interop.Tests.Clients;

namespace Gatehouse.Interop.Tests.Compatibility;

/// <summary>
/// Writes the page after the last test of a run that was asked to. A client that failed a step is left as it was, and the run is red. A tree that is
/// no commit writes nothing: the page would claim what nobody can run again.
/// </summary>
public sealed class MatrixWriter : IAsyncDisposable
{
    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        var recorded = Matrix.Recorded;
        if (!Matrix.Writes || (recorded.Count == 0 && ProviderMatrix.IsEmpty))
        {
            return;
        }

        if (await GitAsync("status", "--porcelain", "--", ".", ":!docs/compatibility.*") is { Length: > 0 } changes)
        {
            throw new InvalidOperationException($"The page is not written: commit first what was run.\n{changes}");
        }

        var commit = await GitAsync("rev-parse", "--short=9", "HEAD");
        var date = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var written = recorded
            .Where(row => row.Value.Values.All(cell => cell.Result != StepResult.Failed))
            .Select(row => new MatrixRow(row.Key, date, commit, row.Value))
            .ToList();

        // A run of some clients leaves the others' rows as they were measured; one of all drops those that are gone.
        var all = Environment.GetEnvironmentVariable("GATEHOUSE_TEST_CLIENTS") == "all";
        var kept = MatrixFile
            .Read()
            .Where(row => !written.Any(newer => IsSame(newer.Client, row.Client)))
            .Where(row => !(all && recorded.Keys.All(client => !IsSame(client, row.Client))));
        WriteProviders(ProviderMatrix.Recorded(date, commit), all);
        MatrixFile.Write(written.Concat(kept));
    }

    private static void WriteProviders(IReadOnlyList<ProviderRun> recorded, bool all)
    {
        var written = recorded.Where(run => run.Passed).ToList();
        var kept = ProviderFile
            .Read()
            .Where(run => !written.Exists(run.IsSame))
            .Where(run => !all || recorded.Count == 0 || recorded.Any(run.IsSame));
        ProviderFile.Write(written.Concat(kept));
    }

    private static bool IsSame(MatrixClient one, MatrixClient other) =>
        one.Kind == other.Kind && one.Name == other.Name && one.Version == other.Version;

    private static async Task<string> GitAsync(params string[] arguments)
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", ["-C", ClientFolder.Root(), .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        var output = await git.StandardOutput.ReadToEndAsync();
        await git.WaitForExitAsync();
        return output.Trim();
    }
}
