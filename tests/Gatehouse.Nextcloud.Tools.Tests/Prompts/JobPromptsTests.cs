using System.Globalization;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Tools.Tests.Prompts;

public sealed class JobPromptsTests : ToolTest
{
    [Fact]
    public async Task Prompts_are_listed_with_titles_and_described_arguments()
    {
        await using var alice = await AliceAsync();

        var prompts = await alice.ListPromptsAsync(cancellationToken: Token);

        Assert.Equal(
            ["catch_up", "inbox_to_tasks", "prepare_meeting", "weekly_review"],
            prompts.Select(p => p.Name).Order(StringComparer.Ordinal)
        );
        Assert.All(prompts, p => Assert.False(string.IsNullOrEmpty(p.Title) || string.IsNullOrEmpty(p.Description)));
        Assert.All(prompts.SelectMany(p => p.ProtocolPrompt.Arguments!), a => Assert.NotEmpty(a.Description!));
        var meeting = prompts.Single(p => p.Name == "prepare_meeting").ProtocolPrompt.Arguments!;
        Assert.Equal([("topic", true), ("person", false)], meeting.Select(a => (a.Name, a.Required is true)));
    }

    [Fact]
    public async Task A_prompt_names_only_tools_the_person_allowed()
    {
        await using var alice = await AliceAsync("activity.read talk.read");

        var text = await TextAsync(alice, "weekly_review");

        Assert.Contains("(list_activity)", text, StringComparison.Ordinal);
        Assert.Contains("(list_conversations, read_chat)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("list_notifications", text, StringComparison.Ordinal);
        Assert.DoesNotContain("list_cards", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "weekly_review",
        "list_activity list_boards list_cards list_conversations list_events list_notifications list_tasks read_chat"
    )]
    [InlineData(
        "prepare_meeting",
        "list_cards list_contacts list_conversations list_events list_tasks read_chat read_event read_file read_note search_everything"
    )]
    [InlineData("inbox_to_tasks", "list_conversations list_notifications list_tasks read_chat")]
    [InlineData("catch_up", "list_conversations read_chat")]
    public async Task A_prompt_names_the_tools_for_its_steps(string prompt, string tools)
    {
        await using var alice = await AliceAsync();
        var (name, arguments) = Calls().Single(call => call.Name == prompt);

        var named = (await TextAsync(alice, name, arguments))
            .Split('\n')
            .Where(line => line.StartsWith("- ", StringComparison.Ordinal) && line.EndsWith(')'))
            .SelectMany(line => line[(line.LastIndexOf('(') + 1)..^1].Split(", "))
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(tools, string.Join(' ', named));
    }

    [Fact]
    public async Task Where_nothing_is_allowed_the_prompt_says_so()
    {
        await using var alice = await AliceAsync("");

        Assert.Contains("allow more", await TextAsync(alice, "weekly_review"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_are_those_of_the_persons_zone_and_as_many_as_asked()
    {
        await using var alice = await AliceAsync();

        var week = await TextAsync(alice, "weekly_review");
        var month = await TextAsync(alice, "weekly_review", ("days", "30"));

        Assert.Matches(@"Today is 20\d\d-\d\d-\d\d\.", week);
        Assert.Equal(7, SpanOf(week));
        Assert.Equal(30, SpanOf(month));
    }

    [Theory]
    [InlineData("weekly_review", "days", "0", "'days'")]
    [InlineData("weekly_review", "days", "soon", "'days'")]
    [InlineData("inbox_to_tasks", "days", "367", "'days'")]
    [InlineData("prepare_meeting", "topic", " ", "'topic'")]
    [InlineData("catch_up", "conversation", "", "'conversation'")]
    public async Task What_is_wrong_with_an_argument_is_said(string prompt, string argument, string value, string named)
    {
        await using var alice = await AliceAsync();

        var error = await Assert.ThrowsAnyAsync<McpException>(() => TextAsync(alice, prompt, (argument, value)));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_types_stays_in_its_sentence()
    {
        await using var alice = await AliceAsync();

        var text = await TextAsync(alice, "prepare_meeting", ("topic", "Plan\n\n\"B\"\t2027"), ("person", "Bob"));

        Assert.Contains("about \"Plan 'B' 2027\"", text, StringComparison.Ordinal);
        Assert.Contains("meeting with Bob", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_scope_a_prompt_is_neither_listed_nor_given()
    {
        await using var alice = await AliceAsync("search.read");

        var names = (await alice.ListPromptsAsync(cancellationToken: Token)).Select(p => p.Name).ToList();
        var error = await Assert.ThrowsAnyAsync<McpException>(() =>
            TextAsync(alice, "catch_up", ("conversation", "Team"))
        );

        Assert.Equal(["prepare_meeting", "weekly_review"], names.Order(StringComparer.Ordinal));
        Assert.Contains("talk.read", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, (string, string)[] Arguments)> Calls() =>
        [
            ("weekly_review", []),
            ("prepare_meeting", [("topic", "Website")]),
            ("inbox_to_tasks", []),
            ("catch_up", [("conversation", "Team")]),
        ];

    private static int SpanOf(string text)
    {
        var today = DateOnly.ParseExact(text.Split("Today is ")[1][..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var end = DateOnly.ParseExact(
            text.Split("What comes until ")[1][..10],
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture
        );
        return end.DayNumber - today.DayNumber;
    }

    private static async Task<string> TextAsync(
        McpClient client,
        string name,
        params (string Name, string Value)[] arguments
    )
    {
        var result = await client.GetPromptAsync(
            name,
            arguments.ToDictionary(a => a.Name, a => (object?)a.Value),
            cancellationToken: Token
        );
        return Assert.IsType<TextContentBlock>(Assert.Single(result.Messages).Content).Text;
    }
}
