using System.Net.Http.Headers;
using System.Text;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.Testing.Sites;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gatehouse.AspNetCore.Tests.Passwords;

public sealed class PasswordTests
{
    private const string Right = "Abcde-fghij-Klmno-pqrst-Uvwxy";

    [Fact]
    public async Task It_is_off_and_then_nobody_is_asked()
    {
        await using var site = await StartAsync(_ => { }, allow: false);

        var answer = await CallAsync(site, "alice", Right);

        Assert.Equal(401, answer.Status);
        Assert.Empty(site.SignIn.Checked);
    }

    [Fact]
    public async Task A_right_password_may_do_everything_and_is_checked_once()
    {
        await using var site = await StartAsync();
        for (var calls = 0; calls < 5; calls++)
        {
            var answer = await CallAsync(site, "alice", Right);
            Assert.Equal((200, "files.read notes.read notes.write"), (answer.Status, answer.Body));
        }

        Assert.Equal(["alice"], site.SignIn.Checked);
        Assert.DoesNotContain(site.Stores.Writes, write => !write.StartsWith("IKeyStore", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_checked_again_after_five_minutes_and_refused_when_it_was_taken_away()
    {
        await using var site = await StartAsync();
        await CallAsync(site, "alice", Right);
        site.SignIn.Check = (_, _) => null;
        site.Time.Advance(TimeSpan.FromMinutes(4.9));
        Assert.Equal(200, (await CallAsync(site, "alice", Right)).Status);

        site.Time.Advance(TimeSpan.FromMinutes(0.1));

        Assert.Equal(401, (await CallAsync(site, "alice", Right)).Status);
    }

    [Fact]
    public async Task The_operator_can_allow_less()
    {
        await using var site = await StartAsync(options => options.PasswordScopes.Add("notes.write"));

        Assert.Equal("notes.read notes.write", (await CallAsync(site, "alice", Right)).Body);
    }

    [Fact]
    public async Task A_scope_nobody_knows_stops_the_start()
    {
        var problem = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            StartAsync(options => options.PasswordScopes.Add("admin"))
        );

        Assert.StartsWith("PasswordScopes: 'admin'", Assert.Single(problem.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_challenge_ever_asks_for_a_password()
    {
        await using var site = await StartAsync();
        using var nobody = SiteClient.Of(site, "nobody");

        foreach (var answer in new[] { await nobody.CallAsync(null), await CallAsync(site, "alice", "wrong") })
        {
            Assert.Equal(401, answer.Status);
            Assert.StartsWith("Bearer ", answer.Header("WWW-Authenticate"), StringComparison.Ordinal);
            Assert.DoesNotContain("Basic", answer.Header("WWW-Authenticate"), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task One_wrong_password_sent_again_and_again_is_asked_about_once()
    {
        await using var site = await StartAsync();
        for (var calls = 0; calls < 20; calls++)
        {
            Assert.Equal(401, (await CallAsync(site, "alice", "wrong")).Status);
        }

        Assert.Single(site.SignIn.Checked);
        Assert.Equal(200, (await CallAsync(site, "alice", Right)).Status);
    }

    [Fact]
    public async Task A_flood_of_wrong_passwords_reaches_the_cloud_five_times_and_locks_nobody_out_who_was_in()
    {
        await using var site = await StartAsync();
        await CallAsync(site, "alice", Right);

        var flood = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(i => CallAsync(site, $"user-{i % 7}", $"guess-{i}"))
        );

        Assert.Equal(5, flood.Count(answer => answer.Status == 401));
        Assert.Equal(95, flood.Count(answer => answer.Status == 429));
        Assert.All(flood, answer => Assert.True(answer.Status == 401 || answer.Header("Retry-After") == "1800"));
        Assert.Equal(6, site.SignIn.Checked.Count);
        Assert.Equal(200, (await CallAsync(site, "alice", Right)).Status);
        Assert.Equal(429, (await CallAsync(site, "bob", Right)).Status);

        site.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(200, (await CallAsync(site, "alice", Right)).Status);
        Assert.Equal(429, (await CallAsync(site, "bob", Right)).Status);

        site.Time.Advance(TimeSpan.FromMinutes(24));
        Assert.Equal(200, (await CallAsync(site, "bob", Right)).Status);
    }

    [Fact]
    public async Task A_cloud_that_does_not_answer_is_503_and_counts_for_nothing()
    {
        await using var site = await StartAsync();
        site.SignIn.Check = (_, _) => ScriptedSignIn.Failed();
        for (var calls = 0; calls < 10; calls++)
        {
            var answer = await CallAsync(site, "alice", Right);
            Assert.Equal(
                (503, "temporarily_unavailable", "5"),
                (answer.Status, answer.Error, answer.Header("Retry-After"))
            );
        }

        site.SignIn.Check = Whose;
        Assert.Equal(200, (await CallAsync(site, "alice", Right)).Status);
    }

    [Fact]
    public async Task The_same_letters_split_elsewhere_are_another_name_and_password()
    {
        await using var site = await StartAsync();
        site.SignIn.Check = (name, password) => (name, password) == ("ab", "c") ? Whose("alice", Right) : null;
        Assert.Equal(200, (await CallAsync(site, "ab", "c")).Status);

        Assert.Equal(401, (await CallAsync(site, "a", "bc")).Status);
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Basic ")]
    [InlineData("Basic %%%")]
    [InlineData("Basic YWxpY2U=")]
    [InlineData("Basic YWxpY2U6")]
    [InlineData("Basic OnNlY3JldA==")]
    [InlineData("Basic YWxpY2U6/////w==")]
    [InlineData("Basic YWxpY2U6YQpi")]
    [InlineData("Digest username=alice")]
    public async Task What_is_no_name_and_password_is_a_challenge(string header)
    {
        await using var site = await StartAsync();

        Assert.Equal(401, (await CallAsync(site, header)).Status);
        Assert.Empty(site.SignIn.Checked);
    }

    [Fact]
    public async Task An_overlong_one_is_not_looked_at()
    {
        await using var site = await StartAsync();

        Assert.Equal(401, (await CallAsync(site, "alice", new string('x', 2000))).Status);
        Assert.Empty(site.SignIn.Checked);
    }

    private static SignInStep.SignedIn? Whose(string name, string password) =>
        password == Right
            ? new SignInStep.SignedIn(
                new Person("https://door.example.com", name, name),
                Encoding.UTF8.GetBytes($"{name}:{password}")
            )
            : null;

    private static async Task<Site> StartAsync(Action<GatehouseOptions>? change = null, bool allow = true)
    {
        var site = await Site.StartAsync(
            new SiteOptions
            {
                Gatehouse = options =>
                {
                    options.PasswordSignIn = allow;
                    change?.Invoke(options);
                },
            }
        );
        site.SignIn.Check = Whose;
        return site;
    }

    private static Task<SiteAnswer> CallAsync(Site site, string name, string password) =>
        CallAsync(
            site,
            new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}"))
            ).ToString()
        );

    private static async Task<SiteAnswer> CallAsync(Site site, string header)
    {
        using var http = site.NewHttp();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent("{}") };
        request.Headers.TryAddWithoutValidation("Authorization", header);
        return await SiteAnswer.OfAsync(http, request);
    }
}
