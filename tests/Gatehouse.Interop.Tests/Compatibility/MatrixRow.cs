namespace Gatehouse.Interop.Tests.Compatibility;

/// <summary>A client's steps in one run.</summary>
/// <param name="Client">Who.</param>
/// <param name="Date">The day of the run, <c>yyyy-MM-dd</c>, UTC.</param>
/// <param name="Commit">The commit it ran on.</param>
/// <param name="Steps">What was done; a step that is missing was not done.</param>
internal sealed record MatrixRow(
    MatrixClient Client,
    string Date,
    string Commit,
    IReadOnlyDictionary<Step, Cell> Steps
);
