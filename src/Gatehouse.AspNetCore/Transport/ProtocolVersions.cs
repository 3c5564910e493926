namespace Gatehouse.AspNetCore.Transport;

/// <summary>The revisions of MCP that the SDK's transport serves.</summary>
internal static class ProtocolVersions
{
    /// <summary>Those that begin with <c>initialize</c>.</summary>
    public static IReadOnlyList<string> WithSession { get; } = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"];

    /// <summary>Those that name their version in each request, as <c>server/discover</c> lists them.</summary>
    public static IReadOnlyList<string> WithoutSession { get; } = ["2026-07-28"];

    public static bool Contains(string version) => WithSession.Contains(version) || WithoutSession.Contains(version);
}
