using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Gatehouse.Testing.Providers;

/// <summary>What a provider answers.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">Media type; empty for no body.</param>
/// <param name="Body">Body.</param>
public sealed record ProviderAnswer(int Status, string ContentType, string Body)
{
    /// <summary>More headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>A JSON document.</summary>
    public static ProviderAnswer Json(JsonNode body, int status = StatusCodes.Status200OK) =>
        new(status, "application/json", body.ToJsonString());

    /// <summary>A form as a body.</summary>
    public static ProviderAnswer Form(JsonObject body) =>
        new(
            StatusCodes.Status200OK,
            "application/x-www-form-urlencoded",
            QueryHelpers.AddQueryString(
                "",
                body.Select(member => KeyValuePair.Create(member.Key, member.Value?.ToString()))
            )[1..]
        );

    /// <summary>A page.</summary>
    public static ProviderAnswer Html(int status, string body) =>
        new(status, "text/html; charset=utf-8", $"<!DOCTYPE html><html><body>{body}</body></html>");

    /// <summary>No body.</summary>
    public static ProviderAnswer Empty(int status) => new(status, "", "");

    /// <summary>Sends the browser on.</summary>
    public static ProviderAnswer Redirect(string address) =>
        Empty(StatusCodes.Status302Found) with
        {
            Headers = new Dictionary<string, string> { ["Location"] = address },
        };

    internal async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        foreach (var (name, value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (ContentType.Length > 0)
        {
            context.Response.ContentType = ContentType;
            await context.Response.WriteAsync(Body, Encoding.UTF8, context.RequestAborted);
        }
    }
}
