using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.Operating;

namespace Gatehouse.Verbs;

/// <summary><c>gatehouse audit</c>: reads the audit log, beside a running server too, and changes nothing.</summary>
internal static class AuditVerb
{
    private static readonly Option<string> Person = new("--person")
    {
        Description = "Only this person: the name at the sign-in, the display name or the key",
        HelpName = "TEXT",
    };

    private static readonly Option<DateTimeOffset?> Since = new("--since")
    {
        Description = "Not before, such as 2026-11-24, 2026-11-24T09:30Z, or 7d, 12h, 30m ago",
        HelpName = "WHEN",
        CustomParser = ReadSince,
    };

    private static readonly Option<int> Limit = new("--limit")
    {
        Description = "How many lines, the newest",
        HelpName = "N",
        DefaultValueFactory = _ => 50,
    };

    public static Command Command()
    {
        Limit.Validators.Add(result =>
        {
            if (
                result.Tokens is [var token]
                && !(int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) && number > 0)
            )
            {
                result.AddError($"--limit '{token.Value}' must be a number of lines, at least 1.");
            }
        });
        var command = new Command("audit", "Read the audit log, newest first: who did what to what")
        {
            ServingOptions.Data,
            Person,
            Since,
            Limit,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var stores = DataFolder.Open(parsed);
        var people = new KnownPeople(
            await stores.GetRequiredService<IConnectionStore>().ListAllAsync(cancellationToken)
        );
        var person = parsed.GetValue(Person) is { } text ? PersonArgument.Read(people, text).Key : null;
        var query = new AuditQuery(parsed.GetValue(Limit), parsed.GetValue(Since), person);
        var entries = await stores.GetRequiredService<IAuditLog>().ListAsync(query, cancellationToken);
        foreach (var entry in entries)
        {
            await Console.Out.WriteLineAsync(AuditLines.Of(entry, people));
        }

        if (entries.Count == query.AtMost)
        {
            await Console.Error.WriteLineAsync($"The newest {entries.Count} lines; --limit shows more.");
        }

        return 0;
    }

    private static DateTimeOffset? ReadSince(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var unit = text switch
        {
            [.., 'd'] => TimeSpan.FromDays(1),
            [.., 'h'] => TimeSpan.FromHours(1),
            [.., 'm'] => TimeSpan.FromMinutes(1),
            _ => TimeSpan.Zero,
        };
        if (
            unit > TimeSpan.Zero
            && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count < 100_000
        )
        {
            return TimeProvider.System.GetUtcNow() - (count * unit);
        }

        string[] forms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK"];
        if (
            DateTimeOffset.TryParseExact(
                text,
                forms,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var moment
            )
        )
        {
            return moment;
        }

        result.AddError($"--since '{text}' must be such as 2026-11-24, 2026-11-24T09:30Z, 7d, 12h or 30m.");
        return null;
    }
}
