using Gatehouse.DemoCloud.Authentication;
using Gatehouse.DemoCloud.Errors;

namespace Gatehouse.DemoCloud.Hosting;

/// <summary>Writes requests down and takes the base path off; outside of it there is nothing.</summary>
internal sealed class RequestLogging(DemoCloudRequestLog requests, PathString basePath)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments(basePath, StringComparison.Ordinal, out var path))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        request.PathBase = basePath;
        request.Path = path.HasValue ? path : "/";
        var sent = request.Path.Value!;
        var isLogged = false;

        // Before the first byte of the answer: whoever has an answer finds its request in the log.
        context.Response.OnStarting(() =>
        {
            Log(context.Response.StatusCode);
            return Task.CompletedTask;
        });
        var cut = true;
        try
        {
            await next(context);
            cut = context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted;
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            // A body beyond the limit, as the web server before the real one refuses it.
            cut = false;
            await context.Response.EmptyAsync(refused.StatusCode);
        }
        finally
        {
            Log(cut ? 0 : context.Response.StatusCode);
        }

        void Log(int status)
        {
            if (isLogged)
            {
                return;
            }

            isLogged = true;
            requests.Add(
                new LoggedRequest(
                    request.Method,
                    sent,
                    request.QueryString.Value ?? "",
                    context.Features.Get<Caller>()?.Person?.Id,
                    request.Headers.UserAgent.ToString(),
                    status,
                    request.Headers.Authorization.ToString().Split(' ')[0],
                    request.Headers.Cookie.Count > 0
                )
            );
        }
    }
}
