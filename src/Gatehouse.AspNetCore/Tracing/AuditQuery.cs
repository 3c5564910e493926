namespace Gatehouse.AspNetCore.Tracing;

/// <summary>Which lines of the audit log.</summary>
/// <param name="AtMost">How many, the newest.</param>
/// <param name="Since">Not before this moment; null for all.</param>
/// <param name="PersonKey">What this person did, and what happened to their connections; null for everybody.</param>
public sealed record AuditQuery(int AtMost, DateTimeOffset? Since = null, string? PersonKey = null);
