namespace Gatehouse.OAuth.Tests.Rfc;

/// <summary>RFC 8252: native apps. Their addresses, as its sections 7.1 to 7.3 print them.</summary>
public sealed class Rfc8252Tests
{
    [Theory]
    [InlineData("http://127.0.0.1:51004/oauth2redirect/example-provider", RedirectUriKind.Loopback, "127.0.0.1")]
    [InlineData("http://[::1]:61023/oauth2redirect/example-provider", RedirectUriKind.Loopback, "[::1]")]
    [InlineData("com.example.app:/oauth2redirect/example-provider", RedirectUriKind.PrivateScheme, "com.example.app")]
    [InlineData("https://app.example.com/oauth2redirect/example-provider", RedirectUriKind.Web, "app.example.com")]
    public void The_addresses_of_its_examples_are_told_apart(string text, RedirectUriKind kind, string host)
    {
        var redirect = Sample.Redirect(text);

        Assert.Equal(kind, redirect.Kind);
        Assert.Equal(host, redirect.Host);
        Assert.Equal(text, redirect.Value);
    }

    [Theory]
    [InlineData("http://127.0.0.1/callback", "http://127.0.0.1:1/callback")]
    [InlineData("http://127.0.0.1:33418/", "http://127.0.0.1:65535")]
    [InlineData("http://localhost/callback", "http://localhost:54321/callback")]
    [InlineData("http://[::1]/callback", "http://[::1]:8080/callback")]
    [InlineData("http://127.0.0.1?a=b", "http://127.0.0.1:80/?a=b")]
    public void Section_7_3_the_port_of_a_loopback_address_is_ignored(string registered, string asked)
    {
        Assert.True(Sample.Redirect(asked).Matches(Sample.Redirect(registered)));
        Assert.True(Sample.Redirect(registered).Matches(Sample.Redirect(asked)));
    }

    [Theory]
    [InlineData("http://127.0.0.1/callback", "http://localhost:1/callback")]
    [InlineData("http://localhost/callback", "http://127.0.0.1:1/callback")]
    [InlineData("http://localhost/callback", "http://[::1]:1/callback")]
    [InlineData("http://127.0.0.1/callback", "http://127.0.0.1:1/callback/")]
    [InlineData("http://127.0.0.1/callback", "http://127.0.0.1:1/Callback")]
    [InlineData("http://127.0.0.1/callback", "http://127.0.0.1:1/callback/../other")]
    [InlineData("http://127.0.0.1/callback", "http://127.0.0.1:1/%63allback")]
    [InlineData("http://127.0.0.1/callback", "http://127.0.0.1:1/callback?next=evil")]
    [InlineData("http://127.0.0.1/callback", "https://127.0.0.1/callback")]
    public void Section_7_3_host_path_and_query_of_a_loopback_address_are_not_ignored(
        string registered,
        string asked
    ) => Assert.False(Sample.Redirect(asked).Matches(Sample.Redirect(registered)));

    [Theory]
    [InlineData("https://claude.ai/callback", "https://claude.ai:443/callback")]
    [InlineData("https://claude.ai/callback", "https://CLAUDE.AI/callback")]
    [InlineData("https://claude.ai/callback", "https://claude.ai/callback/")]
    [InlineData("https://claude.ai", "https://claude.ai/")]
    [InlineData("https://claude.ai/callback", "https://claude.ai/x/../callback")]
    [InlineData("cursor://anysphere.cursor-mcp/oauth/callback", "cursor://anysphere.cursor-mcp:1/oauth/callback")]
    [InlineData("cursor://anysphere.cursor-mcp/oauth/callback", "Cursor://anysphere.cursor-mcp/oauth/callback")]
    [InlineData("com.example.app:/callback", "com.example.app:///callback")]
    public void Section_8_4_web_and_app_addresses_match_byte_for_byte_only(string registered, string asked) =>
        Assert.False(Sample.Redirect(asked).Matches(Sample.Redirect(registered)));
}
