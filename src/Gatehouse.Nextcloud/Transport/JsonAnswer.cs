using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Nextcloud.Errors;

namespace Gatehouse.Nextcloud.Transport;

/// <summary>JSON in and out; an answer that is a page, or JSON of another shape, is a typed error.</summary>
internal static class JsonAnswer
{
    public static T Read<T>(CloudRequest request, CloudAnswer answer, JsonTypeInfo<T> type)
        where T : class
    {
        if (answer.MediaType != "application/json")
        {
            var what = answer.MediaType.Length == 0 ? "nothing" : answer.MediaType;
            throw new NextcloudException(
                ErrorReader.Unexpected(request, $"It answered {what} where JSON was expected.")
            );
        }

        try
        {
            return JsonSerializer.Deserialize(answer.Body, type) ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            throw new NextcloudException(
                ErrorReader.Unexpected(request, "It answered JSON of an unexpected shape."),
                exception
            );
        }
    }

    public static Func<HttpContent> Content<T>(T value, JsonTypeInfo<T> type)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, type);
        return () =>
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            return content;
        };
    }
}
