using Gatehouse.Testing.Sites;

namespace Gatehouse.Attacks.Tests;

/// <summary>FastMCP before 2.13.0 sent the browser on to the identity provider without asking: a link of an attacker's client took over whoever was signed in there.</summary>
public sealed class Ghsa_c2jp_c369_7pvx
{
    [Fact]
    public async Task An_authorization_request_alone_leads_nowhere_however_often_the_person_agreed_before()
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var victim = new SiteBrowser(site);
        await victim.ApproveAsync(await victim.OpenAsync(client.AuthorizeUrl()));
        var started = site.SignIn.Started.Count;
        using var attacker = await SiteClient.RegisterAsync(site, "Attacker");

        foreach (var url in new[] { client.AuthorizeUrl(), attacker.AuthorizeUrl() })
        {
            var answer = await victim.OpenAsync(url);

            Assert.Equal(200, answer.Status);
            Assert.Contains("Allow and sign in", answer.Body, StringComparison.Ordinal);
        }

        Assert.Equal(started, site.SignIn.Started.Count);
    }
}
