using System.Text.RegularExpressions;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tools.Tests.Contract;

/// <summary>
/// Goes through all examples of a tool and, for each request they send, through what a cloud may answer in its place, and holds what the tool
/// makes of it against what holds for all tools.
/// </summary>
internal sealed partial class FaultyCloud(ExampleHost host)
{
    private static readonly ILookup<string, string[]> tolerated = TableOfTools
        .Read("tolerated.tsv")
        .ToLookup(cells => cells[0]);

    /// <summary>What is not as it should be; empty when all is.</summary>
    /// <param name="tool">The name of the tool.</param>
    /// <param name="faultsOf">The faults a cloud has for a method and a path.</param>
    public async Task<IReadOnlyList<string>> TryAsync(
        string tool,
        Func<string, string, IEnumerable<CloudFault>> faultsOf
    )
    {
        List<string> wrong = [];
        HashSet<string> done = [];
        var requests =
            from example in ToolExamples.Of(tool)
            from route in host.RoutesOf(example)
            where done.Add(route)
            select (example, route, answer: example.Answers.First(one => one.IsOf(route)));
        foreach (var (example, route, answer) in requests)
        {
            foreach (var fault in faultsOf(answer.Method, answer.Path))
            {
                var outcome = await host.CallAsync(example, route, fault);
                wrong.AddRange(
                    Wrong(example, route, fault, outcome)
                        .Select(what => $"{fault.Name} at '{route}' {what}: {outcome.Text}")
                );
            }
        }

        return wrong;
    }

    /// <summary>An assertion that shows all of it.</summary>
    public static void AssertNothing(IReadOnlyCollection<string> wrong) =>
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

    private static IEnumerable<string> Wrong(
        ToolExample example,
        string route,
        CloudFault fault,
        ExampleOutcome outcome
    )
    {
        var at = outcome.Sent.ToList().FindIndex(request => RequestTemplate.Fits(route, request.Method, request.Path));
        if (at < 0)
            return ["was not met"];

        var before = outcome.Sent.Take(at).Any(LeavesSomething);
        var after = outcome.Sent.Skip(at + 1).Where(Changes).ToList();
        return IsTolerated(example.Tool, route, fault)
            ?
            [
                .. outcome.Faults(),
                .. outcome.Failed ? ["is tolerated no longer, so that line can go"] : Array.Empty<string>(),
            ]
            :
            [
                .. outcome.Faults(),
                .. outcome.Failed ? [] : new[] { "is no error" },
                .. after.Select(request => $"is followed by {request}"),
                .. outcome.Sent.All(request => !LeavesSomething(request))
                && outcome.Text.Contains("\nDone before it failed", StringComparison.Ordinal)
                    ? ["says that something was done, and nothing was"]
                    : Array.Empty<string>(),
                .. before && !outcome.Text.Contains("\nDone before it failed", StringComparison.Ordinal)
                    ? ["does not say what was done before"]
                    : Array.Empty<string>(),
                .. Word(example, route, fault.Name, outcome.Sent[at]) is { } word && !word.IsMatch(outcome.Text)
                    ? [$"does not say '{word}'"]
                    : Array.Empty<string>(),
            ];
    }

    private static bool IsTolerated(string tool, string route, CloudFault fault) =>
        tolerated[tool].Any(cells => cells[1] == route && cells[2].Split(' ').Contains(fault.Name));

    /// <summary>The pieces of an upload are thrown away by the cloud when nobody puts them together.</summary>
    private static bool LeavesSomething(SentRequest request) =>
        ExampleOutcome.Writes(request.Method)
        && !request.Path.StartsWith("/remote.php/dav/uploads/", StringComparison.Ordinal)
        && !request.Path.EndsWith("/outbox/", StringComparison.Ordinal);

    /// <summary>That of an upload makes the file of its pieces.</summary>
    private static bool Changes(SentRequest request) => LeavesSomething(request) || request.Method == "MOVE";

    /// <summary>What the text of an error must say. When taking back fails, it is why something was taken back.</summary>
    private static Regex? Word(ToolExample example, string route, string fault, SentRequest request) =>
        fault switch
        {
            _ when example.Error is { } why && example.Answers[^1].IsOf(route) => new(
                Regex.Escape(why),
                RegexOptions.None,
                TimeSpan.FromSeconds(1)
            ),
            "not-found" => Missing(),
            "conflict" => Other(),
            "page" or "half" or "cut" or "slow" or "huge" when Changes(request) => Unknown(),
            _ => null,
        };

    [GeneratedRegex("not there|is missing|could not read|kept in the outbox", RegexOptions.None, 1000)]
    private static partial Regex Missing();

    [GeneratedRegex(
        "changed in the meantime|already|exists|unique|does not fit what is there",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Other();

    [GeneratedRegex("not known whether it was done|not done, or only in part", RegexOptions.None, 1000)]
    private static partial Regex Unknown();
}
