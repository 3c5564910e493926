using System.Collections.Concurrent;

namespace Gatehouse.Interop.Tests.Compatibility;

/// <summary>What this run sees of the identity providers; as <see cref="Matrix"/> does of the clients.</summary>
internal static class ProviderMatrix
{
    private static readonly ConcurrentDictionary<(ProviderLine, string), ConcurrentDictionary<Step, Cell>> recorded =
        new();

    private static readonly Lazy<IReadOnlyList<ProviderRun>> committed = new(ProviderFile.Read);

    /// <summary>What was recorded until now, of a day and a commit.</summary>
    public static IReadOnlyList<ProviderRun> Recorded(string date, string commit) =>
        [
            .. recorded.Select(run => new ProviderRun(
                run.Key.Item1,
                run.Key.Item2,
                date,
                commit,
                run.Value.ToDictionary()
            )),
        ];

    /// <summary>Whether anything was recorded.</summary>
    public static bool IsEmpty => recorded.IsEmpty;

    /// <summary>Records how a step went. Throws when the committed page says that it went better before, unless the run writes a new one.</summary>
    public static void Record(ProviderLine provider, string client, Step step, StepResult result, string evidence)
    {
        recorded.GetOrAdd((provider, client), _ => new())[step] = new Cell(result, evidence.ReplaceLineEndings(" "));
        var before = committed.Value.FirstOrDefault(run =>
            run.Provider.Name == provider.Name && run.Provider.Kind == provider.Kind && run.Client == client
        );
        if (!Matrix.Writes && before?.Steps.GetValueOrDefault(step) is { } cell && result < cell.Result)
        {
            throw new InvalidOperationException(
                $"{provider.Name}, {client}, {step}: {result}, but docs/compatibility.md says {cell.Result}. Now: {evidence}"
            );
        }
    }
}
