namespace Gatehouse.AspNetCore.Hosting;

/// <summary>RFC 9110 §15.4.4: after a form, go there with GET.</summary>
internal static class SeeOtherExtension
{
    public static IResult SeeOther(this IResultExtensions _, string location) => new SeeOtherResult(location);

    private sealed class SeeOtherResult(string location) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = location;
            httpContext.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }
    }
}
