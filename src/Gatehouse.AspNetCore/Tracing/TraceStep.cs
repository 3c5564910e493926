namespace Gatehouse.AspNetCore.Tracing;

/// <summary>One step of a sign-in, without secrets.</summary>
/// <param name="At">When.</param>
/// <param name="What">What happened, a sentence for the operator.</param>
internal sealed record TraceStep(DateTimeOffset At, string What);
