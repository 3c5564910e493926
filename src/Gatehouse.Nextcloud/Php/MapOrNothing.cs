using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.Nextcloud.Php;

/// <summary>
/// Reads an object, or null: PHP does not tell an empty map from an empty list, and some apps write <c>[]</c>, <c>""</c> or <c>0</c> where
/// they have none.
/// </summary>
/// <typeparam name="T">What the object is read as.</typeparam>
internal sealed class MapOrNothing<T> : JsonConverter<T?>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));

        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("What a cloud answers is read, never written.");
}
