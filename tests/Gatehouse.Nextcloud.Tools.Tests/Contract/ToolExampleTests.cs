using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Tools.Tests.Contract;

public sealed class ToolExampleTests(ExampleHost host) : IClassFixture<ExampleHost>
{
    /// <summary>What means the same in every tool, and is tested once for all.</summary>
    private static readonly string[] ofAllTools = ["cursor", "limit", "offset", "fields", "confirmation"];

    public static TheoryData<string> Tools => ToolExamples.Tools;

    [Fact]
    public void Every_tool_has_examples_and_every_argument_is_in_one()
    {
        Tool[] tools = [.. host.Mcp.Tools.Select(tool => tool.ProtocolTool)];

        Assert.Equal(
            tools.Select(tool => tool.Name).Order(StringComparer.Ordinal),
            ToolExamples.Tools.Select(row => row.Data)
        );
        var missing =
            from tool in tools
            from argument in tool.InputSchema.GetProperty("properties").EnumerateObject()
            where !ofAllTools.Contains(argument.Name)
            where !ToolExamples.Of(tool.Name).Any(example => example.Arguments.TryGetProperty(argument.Name, out _))
            select $"{tool.Name}: {argument.Name}";
        Assert.True(!missing.Any(), $"These are in no example:\n{string.Join('\n', missing)}");
    }

    /// <summary>What no example meets, the theories about errors, broken answers and odd arguments do not reach.</summary>
    [Fact]
    public void Every_request_a_tool_declares_is_met_by_an_example()
    {
        var unmet =
            from tool in host.Mcp.Tools.Select(tool => tool.ProtocolTool.Name)
            from declared in host.Mcp.UpstreamOf(tool).Select(one => one.Request)
            where !ToolExamples.Of(tool).SelectMany(host.RoutesOf).Contains(declared)
            select $"{tool}: {declared}";

        Assert.True(!unmet.Any(), $"These are met by no example:\n{string.Join('\n', unmet)}");
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task An_example_ends_as_it_says_at_a_cloud_that_answers_as_it_says(string tool)
    {
        foreach (var example in ToolExamples.Of(tool))
        {
            var outcome = await host.CallAsync(example);

            if (example.Error is { } error)
            {
                Assert.Contains(error, outcome.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("Done before it failed", outcome.Text, StringComparison.Ordinal);
            }

            Assert.True(outcome.Failed == example.Error is not null, $"{example}\n{outcome.Text}");
            Assert.All(example.Answers, answer => Assert.Contains(outcome.Sent, answer.Answers));
        }
    }
}
