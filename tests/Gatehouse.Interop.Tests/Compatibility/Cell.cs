namespace Gatehouse.Interop.Tests.Compatibility;

/// <summary>A cell of the matrix.</summary>
/// <param name="Result">How the step went.</param>
/// <param name="Evidence">What was seen; for a fault of the client the reason and where it shows.</param>
internal sealed record Cell(StepResult Result, string Evidence);
