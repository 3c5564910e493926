using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Conformance.Tests.Fixture;

/// <summary>Tools that answer with every kind of content. Names and texts are the suite's.</summary>
[McpServerToolType]
internal static class ContentTools
{
    [McpServerTool(Name = "test_simple_text"), Description("Answers with text")]
    public static string SimpleText() => "This is a simple text response for testing.";

    [McpServerTool(Name = "test_image_content"), Description("Answers with a picture")]
    public static ImageContentBlock Image() => Samples.Image;

    [McpServerTool(Name = "test_audio_content"), Description("Answers with a sound")]
    public static AudioContentBlock Audio() => AudioContentBlock.FromBytes(Samples.Wav, "audio/wav");

    [McpServerTool(Name = "test_embedded_resource"), Description("Answers with an embedded resource")]
    public static EmbeddedResourceBlock Resource() =>
        Samples.Resource("test://embedded-resource", "text/plain", "This is an embedded resource content.");

    [McpServerTool(Name = "test_multiple_content_types"), Description("Answers with text, picture and resource")]
    public static IEnumerable<ContentBlock> Mixed() =>
        [
            new TextContentBlock { Text = "Multiple content types test:" },
            Samples.Image,
            Samples.Resource("test://mixed-content-resource", "application/json", """{"test":"data","value":123}"""),
        ];

    [McpServerTool(Name = "test_error_handling"), Description("Always fails")]
    public static CallToolResult Error() =>
        new()
        {
            IsError = true,
            Content = [new TextContentBlock { Text = "This tool intentionally returns an error for testing" }],
        };

    [McpServerTool(Name = "test_tool_with_progress"), Description("Reports progress three times")]
    public static string Progress(IProgress<ProgressNotificationValue> progress)
    {
        foreach (var done in new[] { 0, 50, 100 })
        {
            progress.Report(new ProgressNotificationValue { Progress = done, Total = 100 });
        }

        return "Done.";
    }
}
