using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Errors;

/// <summary>The plain ways to answer.</summary>
internal static class Answers
{
    public const string JsonType = "application/json; charset=utf-8";
    public const string HtmlType = "text/html; charset=UTF-8";

    public static async Task TextAsync(this HttpResponse response, int status, string contentType, string body)
    {
        response.StatusCode = status;
        response.ContentType = contentType;
        var bytes = Encoding.UTF8.GetBytes(body);
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(response.HttpContext.Request.Method) && bytes.Length > 0)
        {
            await response.Body.WriteAsync(bytes, response.HttpContext.RequestAborted);
        }
    }

    public static Task JsonAsync(this HttpResponse response, int status, JsonNode? body) =>
        response.TextAsync(status, JsonType, PhpJson.Write(body));

    /// <summary>Nextcloud's answer where PHP only set a status: HTML by name, empty in fact.</summary>
    public static Task EmptyAsync(this HttpResponse response, int status) => response.TextAsync(status, HtmlType, "");

    /// <summary>An ETag of a text, 32 hex digits as Nextcloud's MD5s.</summary>
    public static string ETagOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    /// <summary>The caller's If-None-Match or If-Match names this ETag.</summary>
    public static bool Names(string? header, string etag) =>
        header is not null
        && header
            .Split(',', StringSplitOptions.TrimEntries)
            .Any(one => one.Replace("W/", "", StringComparison.Ordinal).Trim('"') == etag);
}
