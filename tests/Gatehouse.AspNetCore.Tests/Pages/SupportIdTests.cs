using System.Text;
using System.Text.RegularExpressions;
using Gatehouse.Testing.Sites;

namespace Gatehouse.AspNetCore.Tests.Pages;

/// <summary>Whoever is told a support id tells it to the operator, who looks for it in the log. <see cref="SiteBrowser"/> asks this of every page it is shown.</summary>
public sealed partial class SupportIdTests : IAsyncLifetime
{
    private Site site = null!;
    private SiteBrowser browser = null!;
    private SiteClient client = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        browser = new SiteBrowser(site);
        client = await SiteClient.RegisterAsync(site);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        browser.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Of_a_sign_in_that_is_gone_is_logged() =>
        AssertLogged("sign-in-expired", await browser.OpenAsync("/signin/ZZZZZ-ZZZZZ"));

    [Theory]
    [InlineData("/signin/ZZZZZ-ZZZZZ")]
    [InlineData("/device")]
    [InlineData("/consent")]
    [InlineData("/connections/tokens")]
    [InlineData("/connections/sign-in")]
    public async Task Of_a_form_of_another_site_is_logged(string path) =>
        AssertLogged(
            "form-foreign",
            await browser.PostAsync(path, [("action", "cancel")], ("Origin", "https://evil.example"))
        );

    [Fact]
    public async Task Of_a_body_that_cannot_be_read_is_logged()
    {
        await browser.OpenAsync("/device");

        AssertLogged(
            "request-malformed",
            await browser.PostAsync("/device", [("user_code", new string('x', 200_000))])
        );
    }

    [Fact]
    public async Task Of_a_browser_without_its_cookie_is_logged() =>
        AssertLogged("browser-changed", await browser.PostAsync("/device", [("user_code", "BBBB-BBBB")]));

    [Fact]
    public async Task Of_another_browser_is_logged_with_the_id_of_the_sign_in()
    {
        site.SignIn.Start = _ => ScriptedSignIn.Waiting("first");
        var path = (await browser.DecideAsync(await browser.OpenAsync(client.AuthorizeUrl()), "approve")).Location;
        using var other = new SiteBrowser(site);

        AssertLogged("browser-changed", await other.OpenAsync(path));
    }

    [Fact]
    public async Task Of_a_storage_that_does_not_answer_is_logged_with_the_cause()
    {
        site.Stores.Break("ITransactionStore");

        var id = AssertLogged("storage-unavailable", await browser.OpenAsync("/signin/ZZZZZ-ZZZZZ"));
        Assert.Contains(
            site.Log.Lines,
            line =>
                line.Contains(id, StringComparison.Ordinal)
                && line.Contains("fails, as the test wants", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task That_a_client_is_told_is_logged()
    {
        site.Stores.Break("ITokenStore");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/token")
        {
            Content = new StringContent(
                $"grant_type=refresh_token&client_id={client.Id}&refresh_token={new string('a', 43)}",
                Encoding.ASCII,
                "application/x-www-form-urlencoded"
            ),
        };

        AssertLogged("storage-unavailable", await SiteAnswer.OfAsync(client.Http, request));
    }

    private string AssertLogged(string code, SiteAnswer answer)
    {
        var shown = SupportId().Match(answer.Body);
        Assert.True(shown.Success, $"{answer.Status} {answer.Body}");
        Assert.Contains(code, answer.Problem ?? code, StringComparison.Ordinal);
        Assert.Single(
            site.Log.Lines,
            line =>
                line.Contains(shown.Value, StringComparison.Ordinal) && line.Contains(code, StringComparison.Ordinal)
        );
        return shown.Value;
    }

    [GeneratedRegex("(?<=Support id (<strong>)?)[0-9A-Z]{5}-[0-9A-Z]{5}")]
    private static partial Regex SupportId();
}
