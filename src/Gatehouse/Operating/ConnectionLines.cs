using Gatehouse.AspNetCore.Connections;

namespace Gatehouse.Operating;

/// <summary>What stands, person by person.</summary>
internal static class ConnectionLines
{
    public static IEnumerable<string> Of(IEnumerable<Connection> living) =>
        from connection in living
        group connection by connection.Person.Key into person
        let shown = person.Last().Person
        orderby shown.DisplayName, person.Key
        from line in (string[])
            [
                $"{KnownPeople.Describe(shown)} at {TerminalText.Of(shown.Issuer)}, key {person.Key}",
                .. person.Select(Of),
            ]
        select line;

    public static string Of(Connection connection) =>
        $"  {TerminalText.Of(connection.ClientName)}, since {TerminalText.Of(connection.CreatedAt)}, {LastUsed(connection)}";

    private static string LastUsed(Connection connection) =>
        connection.LastUsedAt is { } at ? $"last used {TerminalText.Of(at)}" : "no use noted";
}
