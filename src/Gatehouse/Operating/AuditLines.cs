using Gatehouse.AspNetCore.Tracing;

namespace Gatehouse.Operating;

/// <summary>The audit log as lines: when, what, whose, more.</summary>
internal static class AuditLines
{
    public static string Of(AuditEntry entry, KnownPeople people) =>
        $"{TerminalText.Of(entry.At)}  {entry.Event, -19}  {Whose(entry, people)}  {TerminalText.Of(entry.Detail)}";

    // What nobody did, such as the end of a connection that nobody could use any more, is told of whose connection it was.
    private static string Whose(AuditEntry entry, KnownPeople people) =>
        entry switch
        {
            { PersonKey: { } key } => people.Find(key) is { } person ? KnownPeople.Describe(person) : key,
            { Connection: { } id } when people.OfConnection(id) is { } person => KnownPeople.Describe(person),
            _ => "-",
        };
}
