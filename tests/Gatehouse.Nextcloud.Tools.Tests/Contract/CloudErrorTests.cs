using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tools.Tests.Contract;

/// <summary>What an app refuses, in the words it was recorded with.</summary>
public sealed class CloudErrorTests(ExampleHost host) : IClassFixture<ExampleHost>
{
    private static readonly IReadOnlyList<string[]> withoutConflict = TableOfTools.Read("without-conflict.tsv");

    public static TheoryData<string> Tools => ToolExamples.Tools;

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task An_error_of_the_app_ends_the_call_and_says_what_to_do(string tool) =>
        FaultyCloud.AssertNothing(await new FaultyCloud(host).TryAsync(tool, RecordedFaults.For));

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task What_a_tool_writes_with_an_etag_it_writes_under_this_etag_or_not_at_all(string tool)
    {
        const string stale = "0123456789abcdef";
        foreach (var example in ToolExamples.Of(tool).Where(one => one.Arguments.TryGetProperty("etag", out _)))
        {
            var outcome = await host.CallAsync(example, example.With("etag", stale), answer => answer.Plan(host.Cloud));

            if (outcome.Failed)
                Assert.DoesNotContain(outcome.Sent, request => ExampleOutcome.Writes(request.Method));
            else
                Assert.Contains(outcome.Sent, request => Conditions(request).Contains(stale, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_tool_that_writes_meets_a_conflict_or_cannot()
    {
        var writing = host
            .Mcp.Tools.Select(tool => tool.ProtocolTool)
            .Where(tool => tool.Annotations?.ReadOnlyHint is not true);

        var without = writing
            .Select(tool => tool.Name)
            .Where(tool => !ToolExamples.Of(tool).SelectMany(example => example.Answers).Any(MeetsConflict));

        var said = withoutConflict.Select(cells => cells[0]).ToHashSet(StringComparer.Ordinal);
        Assert.True(said.SetEquals(without), $"These meet none: {string.Join(' ', without)}");
        Assert.All(withoutConflict, cells => Assert.True(cells[1].Length > 10, cells[0]));
    }

    private static string Conditions(SentRequest request) => request.Header("If-Match") + request.Header("If");

    private static bool MeetsConflict(ExampleAnswer answer) =>
        RecordedFaults.For(answer.Method, answer.Path).Any(fault => fault.Name == "conflict");
}
