using Gatehouse.Testing.Sites;

namespace Gatehouse.Attacks.Tests;

/// <summary>better-auth gave the client its code as soon as the password was right, before the second factor had been asked for.</summary>
public sealed class Better_auth_9198
{
    [Fact]
    public async Task There_is_no_code_before_the_sign_in_is_over()
    {
        await using var site = await Site.StartAsync();
        site.SignIn.Start = _ => ScriptedSignIn.Waiting("password was right");
        site.SignIn.Continue = _ => ScriptedSignIn.Waiting("second factor is open");
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        site.Stores.Forget();

        var path = (await browser.DecideAsync(await browser.OpenAsync(client.AuthorizeUrl()), "approve")).Location;
        foreach (var address in new[] { path, path + "/state", path })
        {
            var answer = await browser.OpenAsync(address);
            Assert.Null(answer.Header("Location"));
            Assert.DoesNotContain("code=", answer.Body, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("IConnectionStore.ConnectAsync", site.Stores.Calls);
    }
}
