using System.Text.Json.Nodes;
using Gatehouse.IdentityProviders.Tests.Identity;

namespace Gatehouse.IdentityProviders.Tests.ResourceServer;

public sealed class IntrospectionTests
{
    private const string Path = "/introspect";

    [Fact]
    public async Task A_token_the_provider_vouches_for_opens_the_resource_and_is_asked_about_once_a_minute()
    {
        await using var site = await StartAsync();
        site.Provider.Answer(Path, Active(site));

        Assert.Equal(200, (await site.CallAsync("opaque")).Status);
        Assert.Equal(200, (await site.CallAsync("opaque")).Status);
        Assert.Equal(1, site.Provider.Count(Path));

        site.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(200, (await site.CallAsync("opaque")).Status);
        Assert.Equal(2, site.Provider.Count(Path));
    }

    [Fact]
    public async Task The_provider_learns_the_token_and_who_asks()
    {
        await using var site = await StartAsync();
        site.Provider.Answer(Path, Active(site));

        await site.CallAsync("opaque");

        var question = Assert.Single(site.Provider.Seen, request => request.Path == Path);
        Assert.Equal(("opaque", "access_token"), (question.Form["token"], question.Form["token_type_hint"]));
        Assert.Equal(("resource", "very-secret"), (question.Form["client_id"], question.Form["client_secret"]));
    }

    [Fact]
    public async Task A_token_is_never_remembered_past_its_end()
    {
        await using var site = await StartAsync();
        site.Provider.Answer(Path, Active(site, ("exp", ForgedToken.Now.AddSeconds(10).ToUnixTimeSeconds())));
        Assert.Equal(200, (await site.CallAsync("opaque")).Status);

        site.Provider.Answer(Path, """{"active":false}""");
        site.Time.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal(401, (await site.CallAsync("opaque")).Status);
    }

    [Theory]
    [InlineData("""{"active":false}""")]
    [InlineData("""{"active":"true"}""")]
    [InlineData("""{"active":1}""")]
    [InlineData("{}")]
    public async Task What_the_provider_does_not_vouch_for_is_refused(string answer)
    {
        await using var site = await StartAsync();
        site.Provider.Answer(Path, answer);

        Assert.Equal(401, (await site.CallAsync("opaque")).Status);
    }

    [Theory]
    [InlineData("aud", "\"another-client\"")]
    [InlineData("aud", "null")]
    [InlineData("iss", "\"https://other.example.com\"")]
    [InlineData("token_type", "null")]
    [InlineData("token_type", "\"refresh_token\"")]
    [InlineData("nonce", "\"of an ID token\"")]
    [InlineData("cnf", """{"jkt":"x"}""")]
    [InlineData("exp", "1")]
    [InlineData("sub", "null")]
    public async Task Active_for_somebody_or_something_else_is_refused(string member, string value)
    {
        await using var site = await StartAsync();
        site.Provider.Answer(Path, Active(site, (member, JsonNode.Parse(value))));

        Assert.Equal(401, (await site.CallAsync("opaque")).Status);
    }

    [Fact]
    public async Task A_provider_that_is_away_is_503_and_is_left_alone_for_a_while()
    {
        await using var site = await StartAsync();
        site.Provider.Answer(Path, "down", status: 503);

        var first = await site.CallAsync("opaque");
        var second = await site.CallAsync("another");

        Assert.Equal((503, 503), (first.Status, second.Status));
        Assert.Equal("temporarily_unavailable", (string?)first.Json["error"]);
        Assert.Equal("1", first.Header("Retry-After"));
        Assert.Equal(1, site.Provider.Count(Path));

        site.Provider.Answer(Path, Active(site));
        site.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(200, (await site.CallAsync("opaque")).Status);
    }

    [Fact]
    public async Task A_provider_that_does_not_let_this_server_ask_is_503_and_said_to_the_operator()
    {
        await using var site = await StartAsync();
        site.Provider.Answer(Path, """{"error":"invalid_client"}""", status: 401);

        Assert.Equal(503, (await site.CallAsync("opaque")).Status);
        Assert.Contains(
            site.Log.Lines,
            line =>
                line.StartsWith("Error", StringComparison.Ordinal)
                && line.Contains("introspect", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(400, """{"error":"unsupported_token_type"}""")]
    [InlineData(404, "")]
    public async Task A_token_the_provider_says_nothing_of_is_refused_for_ten_seconds_and_no_other_with_it(
        int status,
        string body
    )
    {
        await using var site = await StartAsync();
        site.Provider.Answer(Path, body, status);
        Assert.Equal(401, (await site.CallAsync("odd")).Status);
        Assert.Equal(401, (await site.CallAsync("odd")).Status);
        Assert.Equal(1, site.Provider.Count(Path));

        site.Provider.Answer(Path, Active(site));
        Assert.Equal(200, (await site.CallAsync("good")).Status);

        site.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(200, (await site.CallAsync("odd")).Status);
    }

    [Fact]
    public async Task An_answer_nobody_can_read_keeps_no_other_token_out_and_is_said_to_the_operator_once_a_minute()
    {
        await using var site = await StartAsync();
        site.Provider.Answer(Path, "<html></html>");
        Assert.Equal(503, (await site.CallAsync("odd")).Status);
        Assert.Equal(503, (await site.CallAsync("odder")).Status);

        site.Provider.Answer(Path, Active(site));

        Assert.Equal(200, (await site.CallAsync("good")).Status);
        Assert.Single(site.Log.Lines, line => line.Contains("RFC 7662", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task When_this_server_may_not_ask_nothing_is_asked_for_a_while(int status)
    {
        await using var site = await StartAsync();
        site.Provider.Answer(Path, """{"error":"invalid_client"}""", status);

        Assert.Equal(503, (await site.CallAsync("opaque")).Status);
        Assert.Equal(503, (await site.CallAsync("another")).Status);
        Assert.Equal(1, site.Provider.Count(Path));
    }

    [Fact]
    public async Task A_token_that_was_accepted_and_is_refused_now_is_not_asked_about_at_every_call()
    {
        await using var site = await StartAsync();
        site.Provider.Answer(Path, Active(site));
        Assert.Equal(200, (await site.CallAsync("opaque")).Status);

        site.Provider.Answer(Path, """{"active":false}""");
        site.Time.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(401, (await site.CallAsync("opaque")).Status);
        Assert.Equal(401, (await site.CallAsync("opaque")).Status);
        Assert.Equal(2, site.Provider.Count(Path));
    }

    [Fact]
    public async Task A_crowd_with_invented_tokens_does_not_keep_out_who_was_in()
    {
        const int Crowd = 100;
        const int MostQuestions = 64;
        await using var site = await StartAsync();
        site.Provider.Answer(Path, Active(site));
        Assert.Equal(200, (await site.CallAsync("good")).Status);
        site.Time.Advance(TimeSpan.FromSeconds(61));

        var gate = new Sites.Gate();
        site.Provider.Answer(
            Path,
            async context =>
            {
                var isGood = context.Features.Get<Sites.SeenRequest>()!.Form["token"] == "good";
                if (!isGood)
                {
                    await gate.PassAsync(context.RequestAborted);
                }

                context.Response.ContentType = "application/json";
                await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(
                    context.Response,
                    isGood ? Active(site) : """{"active":false}"""
                );
            }
        );

        // Whoever is turned away found no place: so all places for strangers are taken when that many were.
        var calls = Enumerable.Range(0, Crowd).Select(number => site.CallAsync($"invented-{number}")).ToList();
        var turnedAway = 0;
        await foreach (var call in Task.WhenEach(calls).WithCancellation(TestContext.Current.CancellationToken))
        {
            Assert.Equal(503, (await call).Status);
            if (++turnedAway == Crowd - MostQuestions)
            {
                break;
            }
        }

        Assert.Equal(200, (await site.CallAsync("good")).Status);
        gate.Open();
        Assert.All(await Task.WhenAll(calls), answer => Assert.True(answer.Status is 401 or 503));
    }

    [Fact]
    public async Task A_hundred_calls_with_one_token_ask_once()
    {
        await using var site = await StartAsync();
        var gate = new Sites.Gate();
        site.Provider.Answer(
            Path,
            async context =>
            {
                await gate.PassAsync(context.RequestAborted);
                context.Response.ContentType = "application/json";
                await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(
                    context.Response,
                    Active(site)
                );
            }
        );

        var calls = Enumerable.Range(0, 100).Select(_ => site.CallAsync("opaque")).ToList();
        await gate.Arrived;
        gate.Open();

        Assert.All(await Task.WhenAll(calls), answer => Assert.Equal(200, answer.Status));
        Assert.Equal(1, site.Provider.Count(Path));
    }

    private static Task<ResourceSite> StartAsync() =>
        ResourceSite.StartAsync(
            tokens =>
            {
                tokens.Introspection = true;
                tokens.Provider.ClientId = "resource";
                tokens.Provider.ClientSecret = "very-secret";
            },
            provider => provider.Publish(metadata => metadata["introspection_endpoint"] = provider.Address + Path)
        );

    private static string Active(ResourceSite site, params (string Name, JsonNode? Value)[] changes)
    {
        var answer = new JsonObject
        {
            ["active"] = true,
            ["iss"] = site.Provider.Address,
            ["aud"] = site.Url + ResourceSite.Path,
            ["sub"] = "alice",
            ["client_id"] = "a-client",
            ["token_type"] = "Bearer",
            ["scope"] = "notes.read",
            ["exp"] = ForgedToken.Now.AddHours(1).ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in changes)
        {
            answer[name] = value;
        }

        return answer.ToJsonString();
    }
}
