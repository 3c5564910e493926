namespace Gatehouse.OAuth.Tests.Rfc;

/// <summary>RFC 8707: resource indicators, in every spelling clients were seen to use.</summary>
public sealed class Rfc8707Tests
{
    private static readonly ResourceRule Rule = new(Sample.Resource);

    [Theory]
    [InlineData("https://mcp.example.com/mcp")]
    [InlineData("https://mcp.example.com/mcp/")]
    [InlineData("https://mcp.example.com")]
    [InlineData("https://mcp.example.com/")]
    [InlineData("HTTPS://MCP.example.com/mcp")]
    public void Every_spelling_of_our_resource_is_ours(string resource) =>
        Assert.Null(Rule.Refuses(Sample.Parameters(("resource", resource))));

    [Fact]
    public void A_missing_or_empty_resource_is_ours()
    {
        Assert.Null(Rule.Refuses(Sample.Parameters()));
        Assert.Null(Rule.Refuses(Sample.Parameters(("resource", ""))));
    }

    [Theory]
    [InlineData("https://api.example.com/app/")]
    [InlineData("https://mcp.example.com.evil.example/mcp")]
    [InlineData("https://mcp.example.com@evil.example/mcp")]
    [InlineData("https://mcp.example.com:8443/mcp")]
    [InlineData("http://mcp.example.com/mcp")]
    [InlineData("https://mcp.example.com/MCP")]
    [InlineData("https://mcp.example.com/mcp/other")]
    [InlineData("https://mcp.example.com/mcp2")]
    [InlineData("https://mcp.example.com/mcp//")]
    [InlineData("https://mcp.example.com//")]
    [InlineData("https://mcp.example.com/mcp?a=b")]
    [InlineData("https://mcp.example.com/mcp#a")]
    [InlineData("https://mcp.example.com/x/../mcp")]
    [InlineData("https://mcp.example.com/%6Dcp")]
    [InlineData("https://mcp.example.co")]
    [InlineData("mcp.example.com/mcp")]
    [InlineData("/")]
    public void Section_2_another_resource_is_invalid_target(string resource)
    {
        var error = Rule.Refuses(Sample.Parameters(("resource", resource)));

        Assert.Equal(OAuthErrorCodes.InvalidTarget, error?.Code);
        Assert.Contains("https://mcp.example.com/mcp", error!.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Section_2_of_several_resources_each_must_be_ours()
    {
        Assert.Null(
            Rule.Refuses(
                Sample.Parameters(("resource", "https://mcp.example.com"), ("resource", "https://mcp.example.com/mcp"))
            )
        );
        Assert.NotNull(
            Rule.Refuses(
                Sample.Parameters(("resource", "https://mcp.example.com/mcp"), ("resource", "https://other.example"))
            )
        );
    }
}
