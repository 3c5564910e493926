using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;

namespace Gatehouse.DemoCloud.Ocs;

/// <summary>An OCS envelope as XML: array entries are <c>element</c>, true is 1, false is empty, <c>$comment</c> is a comment.</summary>
internal static class OcsXml
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        IndentChars = " ",
        NewLineChars = "\n",
        OmitXmlDeclaration = true,
    };

    public static string Write(JsonObject ocs)
    {
        var text = new StringBuilder("<?xml version=\"1.0\"?>\n");
        using (var writer = XmlWriter.Create(text, Settings))
        {
            Write(writer, "ocs", ocs);
        }

        return text.Append('\n').ToString();
    }

    private static void Write(XmlWriter writer, string name, JsonNode? node)
    {
        if (name == "$comment")
        {
            writer.WriteComment(node!.GetValue<string>());
            return;
        }

        writer.WriteStartElement(name);
        switch (node)
        {
            case JsonObject members:
                foreach (var (member, value) in members)
                {
                    Write(writer, member, value);
                }

                break;
            case JsonArray elements:
                foreach (var element in elements)
                {
                    Write(writer, "element", element);
                }

                break;
            case { } value:
                writer.WriteString(Text(value));
                break;
            default:
                break;
        }

        writer.WriteFullEndElement();
    }

    private static string Text(JsonNode value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.True => "1",
            JsonValueKind.False => "",
            JsonValueKind.String => value.GetValue<string>(),
            _ => value.ToJsonString(),
        };
}
