using System.ComponentModel;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Conformance.Tests.Fixture;

/// <summary>Tools that ask the client back while they run, which the revisions with a session allow.</summary>
[McpServerToolType]
internal static class SessionTools
{
    [McpServerTool(Name = "test_tool_with_logging"), Description("Logs three times")]
    public static async Task<string> Logging(McpServer server, CancellationToken cancellationToken)
    {
        foreach (var text in new[] { "Tool execution started", "Tool processing data", "Tool execution completed" })
        {
            await LogAsync(server, text, cancellationToken);
        }

        return "Logged.";
    }

    [McpServerTool(Name = "test_logging_tool"), Description("Logs once, if the client wants to hear it")]
    public static async Task<string> LoggingOnce(
        McpServer server,
        RequestContext<CallToolRequestParams> context,
        CancellationToken cancellationToken
    )
    {
        if (context.Params?.Meta?["io.modelcontextprotocol/logLevel"] is not null)
        {
            await LogAsync(server, "A line", cancellationToken);
        }

        return "Done.";
    }

    [McpServerTool(Name = "test_sampling"), Description("Asks the client's model")]
    public static async Task<string> Sampling(
        McpServer server,
        [Description("What to ask")] string prompt,
        CancellationToken cancellationToken
    )
    {
        var answer = await server.SampleAsync(
            new CreateMessageRequestParams
            {
                MaxTokens = 100,
                Messages =
                [
                    new SamplingMessage { Role = Role.User, Content = [new TextContentBlock { Text = prompt }] },
                ],
            },
            cancellationToken
        );
        return $"LLM response: {string.Join(' ', answer.Content.OfType<TextContentBlock>().Select(text => text.Text))}";
    }

    [McpServerTool(Name = "test_elicitation"), Description("Asks the person for name and address")]
    public static Task<string> Elicitation(
        McpServer server,
        [Description("What to say")] string message,
        CancellationToken cancellationToken
    ) =>
        AskAsync(
            server,
            message,
            new()
            {
                Properties =
                {
                    ["username"] = new ElicitRequestParams.StringSchema { Description = "User's response" },
                    ["email"] = new ElicitRequestParams.StringSchema { Description = "User's email address" },
                },
                Required = ["username", "email"],
            },
            cancellationToken
        );

    [McpServerTool(Name = "test_elicitation_sep1034_defaults"), Description("Asks with a default for each type")]
    public static Task<string> Defaults(McpServer server, CancellationToken cancellationToken) =>
        AskAsync(
            server,
            "Accept the defaults.",
            new()
            {
                Properties =
                {
                    ["name"] = new ElicitRequestParams.StringSchema { Default = "John Doe" },
                    ["age"] = new ElicitRequestParams.NumberSchema { Type = "integer", Default = 30 },
                    ["score"] = new ElicitRequestParams.NumberSchema { Type = "number", Default = 95.5 },
                    ["status"] = new ElicitRequestParams.UntitledSingleSelectEnumSchema
                    {
                        Enum = ["active", "inactive", "pending"],
                        Default = "active",
                    },
                    ["verified"] = new ElicitRequestParams.BooleanSchema { Default = true },
                },
            },
            cancellationToken
        );

    [McpServerTool(Name = "test_elicitation_sep1330_enums"), Description("Asks with each kind of choice")]
    public static Task<string> Enums(McpServer server, CancellationToken cancellationToken) =>
        AskAsync(
            server,
            "Choose.",
            new()
            {
                Properties =
                {
                    ["untitledSingle"] = new ElicitRequestParams.UntitledSingleSelectEnumSchema
                    {
                        Enum = ["option1", "option2", "option3"],
                    },
                    ["titledSingle"] = new ElicitRequestParams.TitledSingleSelectEnumSchema
                    {
                        OneOf = Options("First Option", "Second Option", "Third Option"),
                    },
                    ["legacyEnum"] = new ElicitRequestParams.LegacyTitledEnumSchema
                    {
                        Enum = ["opt1", "opt2", "opt3"],
                        EnumNames = ["Option One", "Option Two", "Option Three"],
                    },
                    ["untitledMulti"] = new ElicitRequestParams.UntitledMultiSelectEnumSchema
                    {
                        Items = new() { Enum = ["option1", "option2", "option3"] },
                    },
                    ["titledMulti"] = new ElicitRequestParams.TitledMultiSelectEnumSchema
                    {
                        Items = new() { AnyOf = Options("First Choice", "Second Choice", "Third Choice") },
                    },
                },
            },
            cancellationToken
        );

    private static List<ElicitRequestParams.EnumSchemaOption> Options(params string[] titles) =>
        [
            .. titles.Select(
                (title, index) =>
                    new ElicitRequestParams.EnumSchemaOption { Const = $"value{index + 1}", Title = title }
            ),
        ];

    private static async Task<string> AskAsync(
        McpServer server,
        string message,
        ElicitRequestParams.RequestSchema schema,
        CancellationToken cancellationToken
    )
    {
        var answer = await server.ElicitAsync(
            new ElicitRequestParams { Message = message, RequestedSchema = schema },
            cancellationToken
        );
        var content = string.Join(
            ", ",
            (answer.Content ?? new Dictionary<string, JsonElement>()).Select(pair => $"{pair.Key}: {pair.Value}")
        );
        return $"User response: action={answer.Action}, content={{{content}}}";
    }

    private static Task LogAsync(McpServer server, string text, CancellationToken cancellationToken) =>
        server.SendNotificationAsync(
            NotificationMethods.LoggingMessageNotification,
            new LoggingMessageNotificationParams
            {
                Level = LoggingLevel.Info,
                Data = JsonSerializer.SerializeToElement(text),
            },
            cancellationToken: cancellationToken
        );
}
