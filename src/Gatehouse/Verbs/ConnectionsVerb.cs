using System.CommandLine;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.Operating;

namespace Gatehouse.Verbs;

/// <summary><c>gatehouse connections</c>: what stands, and the end of all that stands of a person; beside a running server too.</summary>
internal static class ConnectionsVerb
{
    private static readonly Argument<string> Person = new("PERSON")
    {
        Description = "The name at the sign-in, or the key",
    };

    public static Command Command()
    {
        var end = new Command(
            "end",
            "End all that stands of a person: connections, personal tokens, linked accounts, sessions at the pages"
        )
        {
            ServingOptions.Data,
            Person,
        };
        end.SetAction(EndAsync);
        var command = new Command("connections", "List what is connected, person by person; 'end' ends it")
        {
            ServingOptions.Data,
            end,
        };
        command.SetAction(ListAsync);
        return command;
    }

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var stores = DataFolder.Open(parsed);
        var all = await stores.GetRequiredService<IConnectionStore>().ListAllAsync(cancellationToken);
        var lines = ConnectionLines.Of(all.Where(connection => connection.RevokedAt is null));
        foreach (var line in lines.DefaultIfEmpty("Nobody is connected."))
        {
            await Console.Out.WriteLineAsync(line);
        }

        return 0;
    }

    private static async Task<int> EndAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var stores = DataFolder.Open(parsed);
        var connections = stores.GetRequiredService<IConnectionStore>();
        var people = new KnownPeople(await connections.ListAllAsync(cancellationToken));
        var person = PersonArgument.ReadSure(people, parsed.GetValue(Person)!);
        var entry = new AuditEntry(
            stores.GetRequiredService<TimeProvider>().GetUtcNow(),
            "person.ended",
            person.Key,
            Connection: null,
            "by the operator on the command line"
        );
        foreach (var line in EndedLines.Of(person, await connections.EndPersonAsync(person, entry, cancellationToken)))
        {
            await Console.Out.WriteLineAsync(line);
        }

        return 0;
    }
}
