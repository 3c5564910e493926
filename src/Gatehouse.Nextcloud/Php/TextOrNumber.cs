using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Php;

/// <summary>Reads a text, or a number as its digits: PHP apps write the same thing as either. Anything else is null.</summary>
internal sealed class TextOrNumber : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        if (reader.TokenType == JsonTokenType.Number)
            return JsonElement.ParseValue(ref reader).GetRawText();

        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("What a cloud answers is read, never written.");
}
