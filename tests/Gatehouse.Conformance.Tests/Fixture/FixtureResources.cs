using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Conformance.Tests.Fixture;

/// <summary>The resources the suite asks for.</summary>
[McpServerResourceType]
internal static class FixtureResources
{
    [McpServerResource(UriTemplate = "test://static-text", Name = "Text", MimeType = "text/plain")]
    [Description("A text")]
    public static string Text() => "This is the content of the static text resource.";

    [McpServerResource(UriTemplate = "test://static-binary", Name = "Picture", MimeType = "image/png")]
    [Description("A picture")]
    public static BlobResourceContents Binary() =>
        BlobResourceContents.FromBytes(Samples.Png, "test://static-binary", "image/png");

    [McpServerResource(UriTemplate = "test://watched-resource", Name = "Watched", MimeType = "text/plain")]
    [Description("A text to watch")]
    public static string Watched() => "Nothing has happened yet.";

    [McpServerResource(UriTemplate = "test://template/{id}/data", Name = "Data", MimeType = "application/json")]
    [Description("Data by id")]
    public static TextResourceContents Data(string id) =>
        new()
        {
            Uri = $"test://template/{id}/data",
            MimeType = "application/json",
            Text = $$"""{"id":"{{id}}","templateTest":true,"data":"Data for ID: {{id}}"}""",
        };
}
