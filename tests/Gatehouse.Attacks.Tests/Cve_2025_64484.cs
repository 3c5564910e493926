using Gatehouse.AspNetCore.Protection;
using Gatehouse.Testing.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Attacks.Tests;

/// <summary>oauth2-proxy before 7.13.0 stripped <c>X-Forwarded-User</c> and let <c>X_Forwarded_User</c> through, which many servers read as the same.</summary>
public sealed class Cve_2025_64484
{
    [Theory]
    [InlineData("X-Forwarded-User")]
    [InlineData("X_Forwarded_User")]
    [InlineData("X-Remote-User")]
    [InlineData("Remote_User")]
    [InlineData("X-Forwarded-Email")]
    [InlineData("Sub")]
    public async Task Who_calls_is_read_from_the_token_alone(string header)
    {
        await using var site = await Site.StartAsync(
            new SiteOptions
            {
                Resource = app =>
                    app.Map(
                        "/mcp",
                        (RequestDelegate)(context => context.Response.WriteAsync(Access.Of(context.User)!.PersonKey))
                    ),
            }
        );
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        var token = (await client.ConnectAsync(("scope", "notes.read"))).AccessToken;
        var alice = (await client.CallAsync(token)).Body;

        var answer = await browser.OpenAsync("/mcp", (header, "bob"), ("Authorization", $"Bearer {token}"));

        Assert.Equal((200, alice), (answer.Status, answer.Body));
        Assert.Equal(401, (await browser.OpenAsync("/mcp", (header, "bob"))).Status);
    }
}
