namespace Gatehouse.AspNetCore.Tracing;

/// <summary>One line of the audit log: who did what to what. Never a secret.</summary>
/// <param name="At">When.</param>
/// <param name="Event">Such as <c>connection.made</c>.</param>
/// <param name="PersonKey">Who did it, or whom the operator did it to; null when nobody is known.</param>
/// <param name="Connection">Which connection; null when none is concerned.</param>
/// <param name="Detail">What a reader wants to know more: client, scopes, reason, support id.</param>
public sealed record AuditEntry(DateTimeOffset At, string Event, string? PersonKey, string? Connection, string Detail)
{
    /// <summary>The entry of one thing that happened with this.</summary>
    /// <param name="event">What happened.</param>
    /// <param name="name">What it happened to.</param>
    /// <param name="connection">Which connection; null when none is concerned.</param>
    public AuditEntry Part(string @event, string name, string? connection = null) =>
        this with
        {
            Event = @event,
            Connection = connection,
            Detail = $"{name}, {Detail}",
        };
}
