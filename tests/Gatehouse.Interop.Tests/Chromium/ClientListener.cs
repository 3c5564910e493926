using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Interop.Tests.Chromium;

/// <summary>The loopback listener of a client: receives the redirect and shows a page, as clients do.</summary>
internal sealed class ClientListener : IAsyncDisposable
{
    private readonly TaskCompletionSource<Uri> arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication app;

    private ClientListener()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(ReceiveAsync);
    }

    /// <summary>What the client registers.</summary>
    public string RedirectUri => app.Urls.Single() + "/callback";

    /// <summary>The redirect, once the browser followed it.</summary>
    public Task<Uri> Arrived => arrived.Task;

    public static async Task<ClientListener> StartAsync(CancellationToken cancellationToken)
    {
        var listener = new ClientListener();
        await listener.app.StartAsync(cancellationToken);
        return listener;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task ReceiveAsync(HttpContext context)
    {
        if (context.Request.Path != "/callback")
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        arrived.TrySetResult(new Uri(context.Request.GetEncodedUrl()));
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            "<!doctype html><title>Client</title><h1>Back in the client</h1>",
            context.RequestAborted
        );
    }
}
