using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.Pages;

namespace Gatehouse.DemoCloud.Hosting;

/// <summary>
/// What no route answers: OCS says so in its envelope, others with a page for people, or with an empty one where JSON was asked for. A wrong
/// method is empty everywhere.
/// </summary>
internal static class Unrouted
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var isOcs = ApiFamilies.Of(context.Request.Path) == ApiFamily.Ocs;
        if (context.GetEndpoint() is null)
        {
            var wantsJson = context
                .Request.Headers.Accept.ToString()
                .Contains("json", StringComparison.OrdinalIgnoreCase);
            await (
                isOcs ? OcsGuard.Unknown(context)
                : wantsJson ? context.Response.EmptyAsync(StatusCodes.Status404NotFound)
                : context.NotFoundPageAsync()
            );
            return;
        }

        await next(context);
        var response = context.Response;
        if (response is { StatusCode: StatusCodes.Status405MethodNotAllowed, HasStarted: false, ContentType: null })
        {
            response.Headers.Allow = default;
            _ = response.Headers.Remove("X-User-Id");
            var type = isOcs ? OcsAnswer.TypeFor(context.Request) : Answers.HtmlType;
            await response.TextAsync(StatusCodes.Status405MethodNotAllowed, type, "");
        }
    }
}
