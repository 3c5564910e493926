using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Errors;

/// <summary>Bodies of requests.</summary>
internal static class Forms
{
    /// <summary>The posted form, or an empty one when the body is none.</summary>
    public static async Task<IFormCollection> FormAsync(this HttpContext context) =>
        context.Request.HasFormContentType
            ? await context.Request.ReadFormAsync(context.RequestAborted)
            : FormCollection.Empty;

    /// <summary>
    /// The members of a JSON object, or of a form: Nextcloud takes parameters from either. What is neither counts as nothing, as
    /// there.
    /// </summary>
    public static async Task<JsonObject?> JsonBodyAsync(this HttpContext context)
    {
        if (context.Request.HasFormContentType)
        {
            var form = await context.FormAsync();
            return new JsonObject(
                form.Select(field =>
                    KeyValuePair.Create(field.Key, (JsonNode?)JsonValue.Create(field.Value.ToString()))
                )
            );
        }

        try
        {
            return await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted)
                as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
