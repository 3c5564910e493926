using Gatehouse.Testing.Sites;

namespace Gatehouse.Attacks.Tests;

/// <summary>workers-oauth-provider filtered dangerous redirect schemes by comparing text: another case, a blank or a tab before the colon got past.</summary>
public sealed class Workers_oauth_provider_97
{
    [Theory]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("java\\tscript:alert(1)")]
    [InlineData("\\u0001javascript:alert(1)")]
    [InlineData("javascript\\u200b:alert(1)")]
    [InlineData("DATA:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("view-source:javascript:x")]
    public async Task A_dangerous_scheme_is_refused_in_every_spelling(string redirect)
    {
        await using var site = await Site.StartAsync();
        using var http = site.NewHttp();

        var answer = await SiteClient.RegisterAsync(http, $$"""{"redirect_uris":["{{redirect}}"]}""");

        Assert.Equal((400, "invalid_redirect_uri"), (answer.Status, answer.Error));
    }
}
