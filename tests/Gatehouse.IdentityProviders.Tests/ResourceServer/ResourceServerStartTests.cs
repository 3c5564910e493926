using Gatehouse.IdentityProviders.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gatehouse.IdentityProviders.Tests.ResourceServer;

public sealed class ResourceServerStartTests
{
    [Theory]
    [InlineData("google", "Google")]
    [InlineData("github", "GitHub")]
    [InlineData("gitlab", "GitLab")]
    [InlineData("nextcloud-oauth2", "Nextcloud")]
    public async Task A_provider_whose_tokens_prove_nothing_stops_the_start_with_the_reason_and_the_way_out(
        string preset,
        string name
    )
    {
        var problem = await RefusedAsync(tokens =>
        {
            tokens.Provider.Preset = preset;
            tokens.Provider.Allow.Everyone = true;
        });

        Assert.Contains(name, problem, StringComparison.Ordinal);
        Assert.Contains("cannot be taken as they are", problem, StringComparison.Ordinal);
        Assert.Contains("AddIdentityProvider", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_audience_that_everybody_has_stops_the_start() =>
        Assert.Contains(
            "'account'",
            await RefusedAsync(tokens => tokens.Audiences.Add("account")),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_scope_that_does_not_exist_here_stops_the_start() =>
        Assert.Contains(
            "ScopeMap:reader",
            await RefusedAsync(tokens => tokens.ScopeMap["reader"] = "files.read"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task The_token_of_the_client_is_not_to_be_sent_on() =>
        Assert.Contains(
            "Upstream",
            await RefusedAsync(tokens => tokens.Provider.Upstream = "token"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Who_asks_about_tokens_needs_a_client_to_ask_as() =>
        Assert.Contains(
            "ClientId",
            await RefusedAsync(tokens => tokens.Introspection = true),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("mcp.example.com", "absolute")]
    [InlineData("https://mcp.example.com/path", "origin")]
    public void A_wrong_address_of_this_server_is_a_problem_with_its_key(string url, string reason)
    {
        var rules = new ResourceServerOptionsRules(Options.Create(new GatehouseOptions { PublicUrl = url }));

        var result = rules.Validate(
            null,
            new ResourceServerOptions { Provider = { Issuer = "https://login.example.com", Preset = "oidc" } }
        );

        var problem = Assert.Single(result.Failures!);
        Assert.StartsWith("PublicUrl: ", problem, StringComparison.Ordinal);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    private static async Task<string> RefusedAsync(Action<ResourceServerOptions> change)
    {
        var problem = await Assert.ThrowsAsync<OptionsValidationException>(() => ResourceSite.StartAsync(change));
        return problem.Message;
    }
}
