using Gatehouse.OAuth.Registration;

namespace Gatehouse.OAuth.Tests.Redirects;

public sealed class RedirectPolicyTests
{
    [Theory]
    [InlineData("https://claude.ai/api/mcp/auth_callback")]
    [InlineData("https://claude.com/api/mcp/auth_callback")]
    [InlineData("https://claude.ai:443/api/mcp/auth_callback")]
    [InlineData("https://CLAUDE.AI/api/mcp/auth_callback")]
    [InlineData("https://chatgpt.com/connector/oauth/abc123")]
    [InlineData("https://chatgpt.com/connector_platform_oauth_redirect")]
    [InlineData("https://vscode.dev/redirect")]
    [InlineData("https://insiders.vscode.dev/redirect")]
    [InlineData("https://www.cursor.com/agents/mcp/oauth/callback")]
    [InlineData("cursor://anysphere.cursor-mcp/oauth/callback")]
    [InlineData("vscode://saoudrizwan.claude-dev/mcp-auth/callback/1f")]
    [InlineData("claude://claude.ai/mcp-auth-callback/sdk")]
    [InlineData("com.example.app:/callback")]
    [InlineData("http://127.0.0.1:19876/mcp/oauth/callback")]
    [InlineData("http://localhost:3118/callback")]
    [InlineData("http://[::1]:8000/")]
    public void The_addresses_of_measured_clients_may_be_used(string text) =>
        Assert.Null(Sample.Policy.Refuses(Sample.Redirect(text)));

    [Theory]
    [InlineData("https://claude.ai/redirect?to=https://evil.example")]
    [InlineData("https://claude.ai/api/mcp/auth_callback?x=1")]
    [InlineData("https://claude.ai/api/mcp/auth_callback/")]
    [InlineData("https://claude.ai/api/mcp/auth_callback/../../../redirect")]
    [InlineData("https://claude.ai:8443/api/mcp/auth_callback")]
    [InlineData("https://claude.ai/API/mcp/auth_callback")]
    [InlineData("https://chatgpt.com/")]
    [InlineData("https://chatgpt.com/connector/oauth/")]
    [InlineData("https://chatgpt.com/connector/oauth/..")]
    [InlineData("https://chatgpt.com/connector/oauth/a/b")]
    [InlineData("https://chatgpt.com/connector/oauth/%2e%2e")]
    [InlineData("https://chatgpt.com/connector/oauth/a?x=1")]
    [InlineData("https://vscode.dev/redirect?url=https://evil.example")]
    [InlineData("https://vscode.dev/")]
    public void Elsewhere_on_the_host_of_a_known_client_there_may_be_an_open_redirector(string text) =>
        Assert.NotNull(Sample.Policy.Refuses(Sample.Redirect(text)));

    [Fact]
    public void A_host_the_operator_adds_has_every_path()
    {
        var policy = new RedirectPolicy([], ["claude.ai"], []);

        Assert.Null(policy.Refuses(Sample.Redirect("https://claude.ai/another/callback")));
    }

    [Fact]
    public void A_refusal_names_the_host_and_the_key_that_allows_it()
    {
        var refusal = Sample.Policy.Refuses(Sample.Redirect("https://agent.example/callback"));

        Assert.Equal(OAuthErrorCodes.InvalidRedirectUri, refusal?.Code);
        Assert.Contains("agent.example", refusal!.Description, StringComparison.Ordinal);
        Assert.Contains("can add the host to WebHosts", refusal.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_names_the_scheme_and_the_key_that_allows_it()
    {
        var refusal = Sample.Policy.Refuses(Sample.Redirect("kiro://callback"));

        Assert.Equal(OAuthErrorCodes.InvalidRedirectUri, refusal?.Code);
        Assert.Contains("kiro", refusal!.Description, StringComparison.Ordinal);
        Assert.Contains("can add it to PrivateSchemes", refusal.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_operator_adds_is_allowed_whatever_its_case_and_nothing_beside_it()
    {
        var policy = new RedirectPolicy([], ["Agent.Example"], ["Kiro"]);

        Assert.Null(policy.Refuses(Sample.Redirect("https://agent.example/callback")));
        Assert.Null(policy.Refuses(Sample.Redirect("kiro://callback")));
        Assert.NotNull(policy.Refuses(Sample.Redirect("https://other.agent.example/callback")));
        Assert.NotNull(policy.Refuses(Sample.Redirect("kiros://callback")));
    }
}
