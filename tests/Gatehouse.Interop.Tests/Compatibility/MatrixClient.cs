namespace Gatehouse.Interop.Tests.Compatibility;

/// <summary>A line of the matrix.</summary>
/// <param name="Name">The client as people call it, such as <c>Codex</c>.</param>
/// <param name="Version">Its exact version; for a replayed one, when or where its requests were seen.</param>
/// <param name="Kind">Real or replayed; the two are never mixed.</param>
/// <param name="Driven">How it was driven, or the source of what was replayed; one sentence of Markdown.</param>
internal sealed record MatrixClient(string Name, string Version, ClientKind Kind, string Driven);
