using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Pages;

namespace Gatehouse.DemoCloud.Hosting;

/// <summary>What no route answers: a page for people, an empty one where JSON was asked for or the method is wrong.</summary>
internal static class Unrouted
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is null)
        {
            var wantsJson = context
                .Request.Headers.Accept.ToString()
                .Contains("json", StringComparison.OrdinalIgnoreCase);
            await (
                wantsJson ? context.Response.EmptyAsync(StatusCodes.Status404NotFound) : context.NotFoundPageAsync()
            );
            return;
        }

        await next(context);
        var response = context.Response;
        if (response is { StatusCode: StatusCodes.Status405MethodNotAllowed, HasStarted: false, ContentType: null })
        {
            response.Headers.Allow = default;
            _ = response.Headers.Remove("X-User-Id");
            await response.EmptyAsync(StatusCodes.Status405MethodNotAllowed);
        }
    }
}
