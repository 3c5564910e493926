namespace Gatehouse.AspNetCore.Hosting;

/// <summary>
/// RFC 6749 §4.1.2: the answer for the client. 302, not 307: claude.ai follows no other. Not <c>Results.Redirect</c>, which writes the
/// address, and so the code, into the log.
/// </summary>
internal static class ClientRedirectExtension
{
    public static IResult ToClient(this IResultExtensions _, string location) => new ClientRedirectResult(location);

    private sealed class ClientRedirectResult(string location) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status302Found;
            httpContext.Response.Headers.Location = location;
            httpContext.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }
    }
}
