using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Nextcloud.Tools.Tests.Contract;

/// <summary>Every text of every argument of every tool, replaced by what people and models give by mistake or with a purpose.</summary>
public sealed class BadInputTests(ExampleHost host) : IClassFixture<ExampleHost>
{
    private static readonly string[] texts =
    [
        "a/b",
        "..",
        "../../bob",
        "%2e%2e",
        "100%",
        "🎉 é",
        "a\u0001b",
        "a\r\nX-Evil: 1",
        "<a/>&]]>\"'",
        new('x', 10_000),
    ];

    public static TheoryData<string> Tools => ToolExamples.Tools;

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task An_odd_text_is_refused_or_arrives_as_itself(string tool)
    {
        host.Cloud.AnswerWholeRoutes().AnswerOthers(NotThereAsync);
        List<string> wrong = [];
        HashSet<string> tried = [];
        foreach (var example in ToolExamples.Of(tool))
        {
            var arguments = TextLeaves
                .Of(JsonNode.Parse(example.Arguments.GetRawText())!)
                .Where(leaf =>
                    tried.Add(Regex.Replace(leaf.Path, "[0-9]+", "0", RegexOptions.None, TimeSpan.FromSeconds(1)))
                )
                .ToList();
            if (arguments.Count == 0)
                continue;

            var usual = await host.CallAsync(example);
            foreach (var (path, value) in arguments)
            foreach (var text in texts)
            {
                var outcome = await host.CallAsync(
                    example,
                    example.With(path, text),
                    answer => answer.Plan(host.Cloud)
                );
                wrong.AddRange(
                    Wrong(usual, value, outcome, text).Select(what => $"{path} '{text}' {what}: {outcome.Text}")
                );
            }
        }

        FaultyCloud.AssertNothing(wrong);
    }

    [Theory]
    [InlineData("write_file", "text")]
    [InlineData("create_note", "content")]
    [InlineData("update_note", "content")]
    [InlineData("create_page", "content")]
    [InlineData("update_page", "content")]
    public async Task What_becomes_a_file_arrives_with_all_that_reading_shows(string tool, string argument)
    {
        const string text = "a\f\u001b[1mb\uffff\u007f";
        var example = ToolExamples.Of(tool).First(one => one.Arguments.TryGetProperty(argument, out _));

        var outcome = await host.CallAsync(example, example.With(argument, text), answer => answer.Plan(host.Cloud));

        Assert.False(outcome.Failed, outcome.Text);
        // What is appended follows what is there.
        Assert.Contains(
            outcome.Sent.SelectMany(ArrivedTexts.Of),
            arrived => arrived.EndsWith(text, StringComparison.Ordinal)
        );
    }

    private static IEnumerable<string> Wrong(ExampleOutcome usual, string value, ExampleOutcome outcome, string text)
    {
        foreach (
            var fault in (
                outcome with
                {
                    Text = outcome.Text.Replace(text, "it", StringComparison.OrdinalIgnoreCase),
                }
            ).Faults()
        )
            yield return fault;
        if (outcome.Failed && outcome.Text.Length > 4000)
            yield return "is told at length";
        if (outcome.Sent.Any(request => request.Header("X-Evil") is not null))
            yield return "became a header";
        if (outcome.Sent.FirstOrDefault(request => request.Path.Split('?')[0].Split('/').Any(IsDots)) is { } climbing)
            yield return $"climbs in {climbing}";

        // Reading its texts throws when the body of a request is no JSON or XML.
        var arrived = outcome.Sent.SelectMany(ArrivedTexts.Of).ToHashSet(StringComparer.Ordinal);
        if (
            !outcome.Failed
            && usual.Sent.SelectMany(ArrivedTexts.Of).Contains(ArrivedTexts.Plain(value))
            && !arrived.Contains(ArrivedTexts.Plain(text))
        )
            yield return $"does not arrive in {string.Join(", ", outcome.Sent)}";
    }

    private static bool IsDots(string segment) =>
        Uri.UnescapeDataString(segment).Replace('\\', '/').Split('/').Any(part => part is "." or "..");

    private static Task NotThereAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
