using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Gatehouse.Interop.Tests.Chromium;

/// <summary>What the other browser tests rely on.</summary>
public sealed class RealBrowserTests(RealBrowser browser) : IClassFixture<RealBrowser>
{
    [Fact(Timeout = 60_000)]
    public async Task A_page_does_not_wait_for_what_it_asks_of_another_host()
    {
        var stop = TestContext.Current.CancellationToken;
        var askedElsewhere = false;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Run(context =>
        {
            if (context.Request.Path == "/font")
            {
                askedElsewhere = true;
                return Task.Delay(Timeout.Infinite, context.RequestAborted);
            }

            context.Response.ContentType = "text/html; charset=utf-8";
            // The browser itself knows that names under localhost are this machine, whatever a name server says.
            return context.Response.WriteAsync(
                $"<!doctype html><style>@import url(http://fonts.localhost:{context.Connection.LocalPort}/font);</style>"
                    + "<h1>Sign in</h1>",
                context.RequestAborted
            );
        });
        await app.StartAsync(stop);
        await using var window = await browser.OpenAsync(Look.Light);

        var page = await window.OpenAsync(app.Urls.Single());

        await Assertions.Expect(PersonAtCloud.Heading(page)).ToHaveTextAsync("Sign in");
        Assert.False(askedElsewhere);
    }
}
