namespace Gatehouse.Interop.Tests.Compatibility;

/// <summary>What one client did at one provider in one run.</summary>
/// <param name="Provider">Where the person signed in.</param>
/// <param name="Client">The client and its version.</param>
/// <param name="Date">The day of the run, <c>yyyy-MM-dd</c>, UTC.</param>
/// <param name="Commit">The commit it ran on.</param>
/// <param name="Steps">What was done.</param>
internal sealed record ProviderRun(
    ProviderLine Provider,
    string Client,
    string Date,
    string Commit,
    IReadOnlyDictionary<Step, Cell> Steps
)
{
    /// <summary>The steps of this table.</summary>
    public static IReadOnlyList<Step> Story { get; } =
    [Step.SignIn, Step.ListTools, Step.Call, Step.Refresh, Step.CallAgain];

    /// <summary>Whether all of them passed.</summary>
    public bool Passed => Story.All(step => Steps.TryGetValue(step, out var cell) && cell.Result == StepResult.Passed);

    /// <summary>Whether it is of the same provider and client.</summary>
    public bool IsSame(ProviderRun other) =>
        Provider.Name == other.Provider.Name && Provider.Kind == other.Provider.Kind && Client == other.Client;
}
