using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Hosting;

/// <summary>Answers of the OAuth endpoints: JSON that no cache keeps (RFC 6749 §5).</summary>
internal static class OAuthResults
{
    public static IResult Json<T>(T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) =>
        new NoStore(Results.Text(JsonSerializer.Serialize(value, type), "application/json", statusCode: status));

    public static IResult Error(OAuthError error, int? status = null) =>
        Json(
            new OAuthErrorResponse(error.Code, error.Description),
            OAuthJson.Default.OAuthErrorResponse,
            status ?? StatusOf(error)
        );

    // RFC 6749 §5.2: 401 for a client that cannot be authenticated, which lets it register anew; 503 promises that nothing is lost.
    private static int StatusOf(OAuthError error) =>
        error.Code switch
        {
            OAuthErrorCodes.InvalidClient => StatusCodes.Status401Unauthorized,
            OAuthErrorCodes.TemporarilyUnavailable => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status400BadRequest,
        };

    private sealed class NoStore(IResult inner) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.CacheControl = "no-store";
            return inner.ExecuteAsync(httpContext);
        }
    }
}
