using System.CommandLine;
using System.CommandLine.Parsing;
using Gatehouse.AspNetCore.Storage;
using Gatehouse.Nextcloud.Errors;
using Microsoft.Extensions.Options;

namespace Gatehouse.Verbs;

/// <summary>Runs a verb and says in plain words why it could not: exit code 2 for what the operator wrote, 1 for what the machine lacks.</summary>
internal static class CommandLine
{
    private const int Failure = 1;
    private const int Misconfigured = 2;

    public static async Task<int> RunAsync(ParseResult parsed)
    {
        if (parsed.Errors.Count > 0)
        {
            return Say(
                Misconfigured,
                [.. parsed.Errors.Select(error => error.Message), $"See 'gatehouse {Path(parsed)}--help'."]
            );
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OptionsValidationException problem)
        {
            return Say(Misconfigured, problem.Failures);
        }
        catch (NextcloudException problem)
        {
            return Say(Failure, [problem.Error.Summary, problem.Error.Cause ?? "", problem.Error.NextStep]);
        }
        catch (Exception problem)
            when (problem
                    is IOException
                        or StorageUnavailableException
                        or InvalidOperationException
                        or UnauthorizedAccessException
            )
        {
            return Say(Failure, [problem.Message]);
        }
    }

    private static string Path(ParseResult parsed)
    {
        var path = "";
        for (
            SymbolResult? at = parsed.CommandResult;
            at is CommandResult { Command: not RootCommand } verb;
            at = at.Parent
        )
        {
            path = $"{verb.Command.Name} {path}";
        }

        return path;
    }

    private static int Say(int code, IEnumerable<string> lines)
    {
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            Console.Error.WriteLine($"gatehouse: {line}");
        }

        return code;
    }
}
