using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Conformance.Tests.Fixture;

/// <summary>The prompts the suite asks for.</summary>
[McpServerPromptType]
internal static class FixturePrompts
{
    [McpServerPrompt(Name = "test_simple_prompt"), Description("One message")]
    public static PromptMessage Simple() => Text("This is a simple prompt for testing.");

    [McpServerPrompt(Name = "test_prompt_with_arguments"), Description("One message with two arguments")]
    public static PromptMessage WithArguments(
        [Description("First test argument")] string arg1,
        [Description("Second test argument")] string arg2
    ) => Text($"Prompt with arguments: arg1='{arg1}', arg2='{arg2}'");

    [McpServerPrompt(Name = "test_prompt_with_embedded_resource"), Description("A resource and a message")]
    public static IEnumerable<PromptMessage> WithResource(
        [Description("URI of the resource to embed")] string resourceUri
    ) =>
        [
            Message(Samples.Resource(resourceUri, "text/plain", "Embedded resource content for testing.")),
            Text("Please process the embedded resource above."),
        ];

    [McpServerPrompt(Name = "test_prompt_with_image"), Description("A picture and a message")]
    public static IEnumerable<PromptMessage> WithImage() =>
        [Message(Samples.Image), Text("Please analyze the image above.")];

    [McpServerPrompt(Name = "test_input_required_result_prompt"), Description("Asks for a context first")]
    public static PromptMessage InputRequired(RequestContext<GetPromptRequestParams> context) =>
        Inputs.Elicited(context.Params, "user_context", "context") is { } text
            ? Text($"Use this context: {text}")
            : throw new InputRequiredException(
                Inputs.One("user_context", Inputs.Ask("What context should the prompt use?", "context"))
            );

    private static PromptMessage Text(string text) => Message(new TextContentBlock { Text = text });

    private static PromptMessage Message(ContentBlock content) => new() { Role = Role.User, Content = content };
}
