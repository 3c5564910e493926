using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gatehouse.IdentityProviders.Tests.Sites;
using Gatehouse.IdentityProviders.Tests.Tokens;
using Gatehouse.IdentityProviders.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gatehouse.IdentityProviders.Tests.Transport;

public sealed class ProviderHttpTests
{
    private static readonly Dictionary<string, string> NoHeaders = [];

    [Fact]
    public async Task A_certificate_nobody_vouches_for_is_refused_before_anything_is_sent()
    {
        using var key = RSA.Create(2048);
        using var issued = KeyFiles.Issue(key);
        using var certificate = X509CertificateLoader.LoadPkcs12(issued.Export(X509ContentType.Pkcs12), password: null);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate))
        );
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        var requests = 0;
        app.Run(_ =>
        {
            Interlocked.Increment(ref requests);
            return Task.CompletedTask;
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new ProviderHttp(TimeProvider.System);

        var answer = await GetAsync(http, app.Urls.First());

        Assert.Equal(ProviderTroubleKind.Untrusted, answer.Trouble!.Kind);
        Assert.True(answer.Trouble.IsUnsent);
        Assert.Equal(0, Volatile.Read(ref requests));
    }

    [Theory]
    [InlineData("17", 17)]
    [InlineData("Thu, 26 Nov 2026 12:00:30 GMT", 30)]
    [InlineData("Thu, 26 Nov 2026 11:00:00 GMT", null)]
    [InlineData("soon", null)]
    public async Task The_wait_a_provider_asks_for_is_read_in_both_forms(string written, int? seconds)
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer(
            "/busy",
            context =>
            {
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = written;
                return Task.CompletedTask;
            }
        );
        using var test = new TestProvider(site);

        var answer = await GetAsync(test.Provider.Http, site.Address + "/busy");

        Assert.Equal(seconds, (int?)answer.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task Cookies_of_one_person_do_not_reach_the_next()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer(
            "/userinfo",
            context =>
            {
                context.Response.Cookies.Append("session", "alice");
                return Task.CompletedTask;
            }
        );
        using var test = new TestProvider(site);

        await GetAsync(test.Provider.Http, site.Address + "/userinfo");
        await GetAsync(test.Provider.Http, site.Address + "/userinfo");

        Assert.All(site.Seen, request => Assert.False(request.Headers.ContainsKey("Cookie")));
    }

    [Fact]
    public async Task A_small_answer_that_unpacks_to_a_large_one_is_cut_off()
    {
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await zip.WriteAsync(new byte[20 * 1024 * 1024], TestContext.Current.CancellationToken);
        }

        await using var site = await ProviderSite.StartAsync();
        site.Answer(
            "/bomb",
            context =>
            {
                context.Response.Headers.ContentEncoding = "gzip";
                return context.Response.Body.WriteAsync(packed.ToArray()).AsTask();
            }
        );
        using var test = new TestProvider(site);

        Assert.Equal(
            ProviderTroubleKind.TooLarge,
            (await GetAsync(test.Provider.Http, site.Address + "/bomb")).Trouble!.Kind
        );
    }

    [Fact]
    public async Task An_answer_that_breaks_off_in_the_middle_is_none()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer(
            "/half",
            async context =>
            {
                context.Response.ContentLength = 100;
                await context.Response.WriteAsync("""{"access_token":"at"}""");
                await context.Response.Body.FlushAsync();
                context.Abort();
            }
        );
        using var test = new TestProvider(site);
        using var request = new HttpRequestMessage(HttpMethod.Post, site.Address + "/half");

        var answer = await test.Provider.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(ProviderTroubleKind.CutOff, answer.Trouble!.Kind);
        Assert.False(answer.Trouble.IsUnsent);
        Assert.Equal(0, answer.Body.Length);
    }

    [Fact]
    public async Task Who_leaves_is_not_told_that_the_provider_was_slow()
    {
        var gate = new Gate();
        await using var site = await ProviderSite.StartAsync();
        site.Answer("/slow", context => gate.PassAsync(context.RequestAborted));
        using var test = new TestProvider(site);
        using var leaving = new CancellationTokenSource();

        var getting = test.Provider.Http.GetAsync(site.Address + "/slow", NoHeaders, leaving.Token);
        await gate.Arrived;
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => getting);
    }

    private static Task<ProviderAnswer> GetAsync(ProviderHttp http, string address) =>
        http.GetAsync(address, NoHeaders, TestContext.Current.CancellationToken);
}
