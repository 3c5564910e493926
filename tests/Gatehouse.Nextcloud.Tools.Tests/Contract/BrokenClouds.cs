using System.Text;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Nextcloud.Tools.Tests.Contract;

/// <summary>What stands in front of a cloud, or happens to it, without its apps having a say.</summary>
internal static class BrokenClouds
{
    private const string Json = "application/json; charset=utf-8";
    private const string Xml = "application/xml; charset=utf-8";

    private const string Page = """
        <!DOCTYPE html><html><head><title>Please log in</title></head><body><form action="/login"><input name="user"></form></body></html>
        """;

    public static IReadOnlyList<CloudFault> All { get; } =
    [
        new("page", (host, method, path) => host.Cloud.Answer(method, path, 200, "text/html; charset=UTF-8", Page)),
        new("half", PlanHalf),
        new("cut", (host, method, path) => host.Cloud.Answer(method, path, CutAsync)),
        new("slow", (host, method, path) => host.Cloud.Answer(method, path, context => NeverAsync(host, context))),
        new("huge", (host, method, path) => host.Cloud.Answer(method, path, HugeAsync)),
    ];

    private static bool IsDav(string path) => path.StartsWith("/remote.php/", StringComparison.Ordinal);

    /// <summary>A whole answer with half a document, as a proxy keeps it or a worker that died leaves it.</summary>
    private static void PlanHalf(ExampleHost host, string method, string path)
    {
        if (IsDav(path))
            host.Cloud.Answer(method, path, 207, Xml, """<?xml version="1.0"?><d:multistatus xmlns:d="DAV:"><d:resp""");
        else
            host.Cloud.Answer(
                method,
                path,
                200,
                Json,
                """{"ocs":{"meta":{"status":"ok","statuscode":200},"data":[{"id":1,"""
            );
    }

    /// <summary>The connection breaks in the middle of the body.</summary>
    private static async Task CutAsync(HttpContext context)
    {
        Begin(context);
        context.Response.ContentLength = 1000;
        await context.Response.Body.WriteAsync("["u8.ToArray(), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    /// <summary>Nothing comes. The clock goes on by itself as soon as the request is there: no test waits.</summary>
    private static async Task NeverAsync(ExampleHost host, HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        host.Time.Advance(TimeSpan.FromMinutes(11));
        await gone.Task;
    }

    /// <summary>More comes than anybody asked for, and nothing says so before.</summary>
    private static async Task HugeAsync(HttpContext context)
    {
        Begin(context);
        var some = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));
        for (
            var sent = 0;
            sent <= ExampleHost.MaxAnswerBytes && !context.RequestAborted.IsCancellationRequested;
            sent += some.Length
        )
            await context.Response.Body.WriteAsync(some, context.RequestAborted);
    }

    private static void Begin(HttpContext context)
    {
        var isDav = IsDav(context.Request.Path);
        context.Response.StatusCode = isDav ? StatusCodes.Status207MultiStatus : StatusCodes.Status200OK;
        context.Response.ContentType = isDav ? Xml : Json;
    }
}
