using System.Collections.Concurrent;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.IdentityProviders.Transport;
using Gatehouse.IdentityProviders.Upstream;
using Gatehouse.Testing.Providers;
using Gatehouse.Testing.Providers.Quirks;
using Gatehouse.Testing.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gatehouse.IdentityProviders.Tests.Upstream;

/// <summary>
/// A provider that answers a third of all requests with 500, 429, silence or a cut connection, while a thousand people sign in, their clients refresh and their
/// tools want to act in their name.
/// </summary>
public sealed class OutageTests
{
    // The inner loop (`./test --fast`) sees a few of them.
    private static readonly int People =
        Environment.GetEnvironmentVariable("GATEHOUSE_TEST_FAST") == "true" ? 200 : 1000;

    private const int AtOnce = 16;
    private const string Down = "does not answer at the moment";

    private readonly ConcurrentBag<string> problems = [];
    private readonly ConcurrentDictionary<int, string> clientTokens = [];
    private int toolsAnswered;
    private int toolsDown;

    [Fact]
    public async Task A_provider_that_fails_costs_people_another_try_and_clients_nothing()
    {
        await using var provider = await ProviderEngine.StartAsync(
            GenericProvider.Rich with
            {
                // Over at once, so that every call of a tool wants a refresh.
                AccessToken = GenericProvider.Rich.AccessToken with
                {
                    Lifetime = 1,
                },
                Refresh = RefreshRule.SingleUse,
            }
        );
        await using var site = await StartAsync(provider);
        await SignInAsync(site, number: 0, provider);
        provider.Faults.Fails(1.0 / 3);

        // Each client is another connection, with tokens of its own at the provider.
        await EachAsync(number => SignInAsync(site, number, provider));
        await EachAsync(number => CallAsync(site, number));

        var asked = provider
            .RequestsTo(ProviderEndpoint.Token)
            .CountBy(request => request["grant_type"] ?? "")
            .ToDictionary();
        Assert.InRange(asked["authorization_code"], People * 5 / 4, People * 3);
        Assert.InRange(asked["refresh_token"], People * 4 / 5, People * 2);
        Assert.NotEmpty(problems);
        Assert.All(
            problems,
            problem => Assert.Contains(problem, new[] { "provider-unreachable", "provider-throttled" })
        );
        Assert.Equal(People, toolsDown + toolsAnswered);
        Assert.InRange(toolsDown, People / 5, People / 2);
        Assert.Empty(
            await site
                .Services.GetRequiredService<IConnectionStore>()
                .ListRevokedSinceAsync(DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken)
        );
        AssertNeverSent(provider, [.. clientTokens.Values]);
    }

    private static Task EachAsync(Func<int, Task> step) =>
        Parallel.ForEachAsync(
            Enumerable.Range(1, People),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = AtOnce,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (number, _) => await step(number)
        );

    /// <summary>A person signs in with a client, however many tries it takes; the client redeems its code and refreshes twice, which never fails.</summary>
    private async Task SignInAsync(Site site, int number, ProviderEngine provider)
    {
        using var client = await SiteClient.RegisterAsync(site, $"Client {number}");
        var tokens = await client.RedeemAsync(await CodeAsync(site, client, provider));
        Assert.Equal(200, tokens.Status);
        for (var i = 0; i < 2; i++)
        {
            tokens = await client.RefreshAsync(tokens.RefreshToken);
            Assert.True(tokens.Status == 200, tokens.Body);
        }

        clientTokens[number] = tokens.AccessToken;
    }

    /// <summary>A tool wants to act in the person's name, or says that the provider is down.</summary>
    private async Task CallAsync(Site site, int number)
    {
        using var client = SiteClient.Of(site, "any");
        var answer = await client.CallAsync(clientTokens[number]);
        Assert.Equal(200, answer.Status);
        if (answer.Body.Contains(Down, StringComparison.Ordinal))
        {
            Interlocked.Increment(ref toolsDown);
            return;
        }

        Assert.StartsWith("token ", answer.Body, StringComparison.Ordinal);
        Assert.NotEqual($"token {clientTokens[number]}", answer.Body);
        Interlocked.Increment(ref toolsAnswered);
    }

    private async Task<string> CodeAsync(Site site, SiteClient client, ProviderEngine provider)
    {
        using var browser = new SiteBrowser(site);
        using var elsewhere = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        var answer = await browser.DecideAsync(await browser.OpenAsync(client.AuthorizeUrl()), "approve");
        while (true)
        {
            if (answer.Status == 200)
            {
                // A page that says what is wrong, with a button that goes on.
                problems.Add(answer.Problem ?? answer.Heading);
                var form = answer.Page.Forms.Single();
                answer = await browser.PostAsync(form.GetAttribute("action")!, [("action", "retry")]);
                continue;
            }

            if (answer.Status == 302 && answer.Parameter("code") is { } code)
            {
                return code;
            }

            Assert.Equal(303, answer.Status);
            answer = answer.Location.StartsWith(provider.Host, StringComparison.Ordinal)
                ? await browser.OpenAsync(await GoAsync(elsewhere, answer.Location, site))
                : await browser.OpenAsync(answer.Location);
        }
    }

    /// <summary>The provider sends the browser straight back.</summary>
    private static async Task<string> GoAsync(HttpClient elsewhere, string address, Site site)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var back = (await SiteAnswer.OfAsync(elsewhere, request)).Location;
        Assert.StartsWith(site.Options.PublicUrl, back, StringComparison.Ordinal);
        return back[site.Options.PublicUrl.Length..];
    }

    // Neither to the provider, nor in place of its tokens.
    private static void AssertNeverSent(ProviderEngine provider, HashSet<string> tokens) =>
        Assert.DoesNotContain(
            provider.Requests,
            request =>
                request.Form.Values.Any(value => tokens.Contains(value.ToString()))
                || request.Query.Values.Any(value => tokens.Contains(value.ToString()))
                || (request.Header("Authorization") is { } header && tokens.Contains(header.Split(' ')[^1]))
        );

    private static Task<Site> StartAsync(ProviderEngine provider) =>
        Site.StartAsync(
            new SiteOptions
            {
                Clock = TimeProvider.System,
                Gatehouse = gatehouse => gatehouse.MaximumConcurrentStarts = AtOnce,
                Services = services =>
                {
                    services.RemoveAll<ISignIn>();
                    services.AddSingleton(new ProviderHttp(TimeProvider.System, TimeSpan.FromMilliseconds(250)));
                    services.AddIdentityProvider(options =>
                    {
                        options.Issuer = provider.Issuer;
                        options.Preset = "oidc";
                        options.ClientId = provider.ClientId;
                        options.ClientSecret = provider.ClientSecret;
                        options.Upstream = "token";
                    });
                },
                Resource = app => app.Map("/mcp", (RequestDelegate)CallToolAsync),
            }
        );

    private static async Task CallToolAsync(HttpContext context)
    {
        var tokens = context.RequestServices.GetRequiredService<UpstreamTokens>();
        var answer = await tokens.FindAsync(Access.Of(context.User)!, context.RequestAborted);
        await context.Response.WriteAsync(
            answer switch
            {
                UpstreamAnswer.Found found => $"token {found.Token.Reveal()}",
                UpstreamAnswer.Failed failed => failed.Explanation,
                _ => "none",
            },
            context.RequestAborted
        );
    }
}
