namespace Gatehouse.Nextcloud.Tools.Errors;

/// <summary>A call that cannot be done; its message is written for a model to act on and holds no secret.</summary>
/// <param name="message">What happened, why, and the next step.</param>
public sealed class ToolException(string message) : Exception(message);
