namespace Gatehouse.Interop.Tests.Compatibility;

/// <summary>A line of the table of identity providers.</summary>
/// <param name="Name">The provider as people call it.</param>
/// <param name="Kind">Real or simulated.</param>
/// <param name="Driven">How it was run; one sentence of Markdown.</param>
internal sealed record ProviderLine(string Name, ProviderKind Kind, string Driven);
