using System.Collections.Concurrent;

namespace Gatehouse.Interop.Tests.Compatibility;

/// <summary>
/// What this run sees of the clients. Each cell is held against the committed one at once; at the end of a run that was asked to write, the
/// recorded rows become the page (<see cref="MatrixWriter"/>).
/// </summary>
internal static class Matrix
{
    private static readonly ConcurrentDictionary<MatrixClient, ConcurrentDictionary<Step, Cell>> recorded = new();
    private static readonly Lazy<IReadOnlyList<MatrixRow>> committed = new(MatrixFile.Read);

    /// <summary>What was recorded until now.</summary>
    public static IReadOnlyDictionary<MatrixClient, IReadOnlyDictionary<Step, Cell>> Recorded =>
        recorded.ToDictionary(row => row.Key, row => (IReadOnlyDictionary<Step, Cell>)row.Value.ToDictionary());

    /// <summary>Whether the run was asked to write the page: <c>./test --clients … --write</c>.</summary>
    public static bool Writes { get; } = Environment.GetEnvironmentVariable("GATEHOUSE_TEST_MATRIX_WRITE") == "true";

    /// <summary>Records how a step went. Throws when the committed page says that it went better before, unless the run writes a new one.</summary>
    /// <param name="client">Which line.</param>
    /// <param name="step">Which column.</param>
    /// <param name="result">How it went.</param>
    /// <param name="evidence">What was seen: the requests, or for a fault the reason and a line that shows it. No secrets, no ports, one line.</param>
    public static void Record(MatrixClient client, Step step, StepResult result, string evidence)
    {
        recorded.GetOrAdd(client, _ => new())[step] = new Cell(result, evidence.ReplaceLineEndings(" "));
        if (!Writes && Committed(client, step) is { } before && result < before.Result)
        {
            throw new InvalidOperationException(
                $"{client.Name} {client.Version}, {step}: {result}, but docs/compatibility.md says {before.Result}. Now: {evidence}"
            );
        }
    }

    private static Cell? Committed(MatrixClient client, Step step) =>
        committed
            .Value.FirstOrDefault(row =>
                row.Client.Kind == client.Kind && row.Client.Name == client.Name && row.Client.Version == client.Version
            )
            ?.Steps.GetValueOrDefault(step);
}
