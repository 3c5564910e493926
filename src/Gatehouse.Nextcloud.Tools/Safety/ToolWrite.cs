namespace Gatehouse.Nextcloud.Tools.Safety;

/// <summary>A call of a tool that changes something, for whoever keeps a record of it.</summary>
/// <param name="Tool">Which tool.</param>
/// <param name="Target">What it was about: its ids and paths, never contents, at most 300 characters; empty when it names nothing.</param>
/// <param name="Succeeded">Whether it was done.</param>
public sealed record ToolWrite(string Tool, string Target, bool Succeeded);
