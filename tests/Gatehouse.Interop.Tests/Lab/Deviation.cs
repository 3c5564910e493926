using Gatehouse.Interop.Tests.Compatibility;

namespace Gatehouse.Interop.Tests.Lab;

/// <summary>A step a client cannot do by its own fault. The fault itself is looked for, so that the day the client mends it is noticed.</summary>
/// <param name="Step">Which step.</param>
/// <param name="Reason">What the client does wrong, for the page.</param>
/// <param name="Shows">Finds the fault in what it sent and in how the step failed; gives the words that show it, null when they are not there.</param>
internal sealed record Deviation(Step Step, string Reason, Func<IReadOnlyList<Exchange>, Exception?, string?> Shows);
