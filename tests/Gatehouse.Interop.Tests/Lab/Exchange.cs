namespace Gatehouse.Interop.Tests.Lab;

/// <summary>A request of a client and how it was answered.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path without query.</param>
/// <param name="What">The MCP method and tool, or the grant type; empty for others.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="ClientId">The client_id in the form, where there is one.</param>
internal sealed record Exchange(string Method, string Path, string What, int Status, string ClientId)
{
    /// <summary>One of the pages of a person; everything else is a client's.</summary>
    public bool IsOfPerson =>
        Path.StartsWith("/signin", StringComparison.Ordinal)
        || Path.StartsWith("/consent", StringComparison.Ordinal)
        || Path.StartsWith("/assets", StringComparison.Ordinal);

    /// <summary>Whether it refreshed a token.</summary>
    public bool IsRefresh => Path == "/token" && What == "refresh_token" && Status == 200;

    public override string ToString() =>
        What.Length == 0 ? $"{Method} {Path} {Status}" : $"{Method} {Path} {What} {Status}";
}
