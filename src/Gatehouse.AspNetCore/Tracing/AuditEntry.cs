namespace Gatehouse.AspNetCore.Tracing;

/// <summary>One line of the audit log: who did what to what. Never a secret.</summary>
/// <param name="At">When.</param>
/// <param name="Event">Such as <c>connection.made</c>.</param>
/// <param name="PersonKey">Who; null when nobody is known.</param>
/// <param name="Connection">Which connection; null when none is concerned.</param>
/// <param name="Detail">What a reader wants to know more: client, scopes, reason, support id.</param>
public sealed record AuditEntry(DateTimeOffset At, string Event, string? PersonKey, string? Connection, string Detail);
