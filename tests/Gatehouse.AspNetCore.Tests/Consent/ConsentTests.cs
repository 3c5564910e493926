using Gatehouse.Testing.Sites;

namespace Gatehouse.AspNetCore.Tests.Consent;

public sealed class ConsentTests : IAsyncLifetime
{
    private Site site = null!;
    private SiteClient client = null!;
    private SiteBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        client = await SiteClient.RegisterAsync(site);
        browser = new SiteBrowser(site);
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        client.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Approval_begins_the_sign_in_and_leads_to_its_page()
    {
        var answer = await browser.DecideAsync(await ConsentAsync(), "approve");

        Assert.Equal(303, answer.Status);
        Assert.StartsWith("/signin/", answer.Location, StringComparison.Ordinal);
        Assert.Equal(
            ("Test Client", "127.0.0.1"),
            (Assert.Single(site.SignIn.Started).ClientName, site.SignIn.Started.First().ClientHost)
        );
    }

    [Fact]
    public async Task Refusal_goes_to_the_client_and_writes_nothing()
    {
        var answer = await browser.DecideAsync(await ConsentAsync(), "deny");

        Assert.Equal((302, "access_denied"), (answer.Status, answer.Parameter("error")));
        Assert.Equal(["state", "iss", "error", "error_description"], answer.Parameters.Select(pair => pair.Name));
        Assert.DoesNotContain(site.Stores.Writes, call => !call.StartsWith("IKeyStore", StringComparison.Ordinal));
        Assert.Empty(site.SignIn.Started);
    }

    [Fact]
    public async Task Only_the_word_approve_approves()
    {
        foreach (var word in new[] { "Approve", "", "yes" })
        {
            Assert.Equal("access_denied", (await browser.DecideAsync(await ConsentAsync(), word)).Parameter("error"));
        }

        Assert.Equal(
            "access_denied",
            (await browser.PostAsync("/consent", SiteBrowser.Fields(await ConsentAsync()))).Parameter("error")
        );
        Assert.Empty(site.SignIn.Started);
    }

    [Fact]
    public async Task A_form_sent_twice_begins_the_sign_in_once()
    {
        site.SignIn.Start = _ => ScriptedSignIn.Waiting("1");
        var page = await ConsentAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => browser.DecideAsync(page, "approve")));

        Assert.Single(answers.Select(answer => answer.Location).Distinct());
        Assert.Single(site.SignIn.Started);
    }

    [Fact]
    public async Task A_page_fetched_twice_leaves_both_forms_alive()
    {
        var first = await ConsentAsync();
        var second = await ConsentAsync();

        Assert.NotEqual(SiteBrowser.Fields(first)[0], SiteBrowser.Fields(second)[0]);
        Assert.Equal(303, (await browser.DecideAsync(first, "approve")).Status);
        Assert.Equal(303, (await browser.DecideAsync(second, "approve")).Status);
    }

    [Fact]
    public async Task The_form_of_another_browser_is_refused()
    {
        using var victim = new SiteBrowser(site);
        await victim.OpenAsync(client.AuthorizeUrl());

        var answer = await victim.DecideAsync(await ConsentAsync(), "approve");

        AssertRefused(answer, "browser-changed");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_missing_or_invented_cookie_is_refused(string? cookie)
    {
        var page = await ConsentAsync();
        browser.Cookies.Clear();
        if (cookie is not null)
        {
            browser.Cookies["__Host-gatehouse-browser"] = cookie;
        }

        AssertRefused(await browser.DecideAsync(page, "approve"), "browser-changed");
    }

    [Fact]
    public async Task A_tampered_form_is_refused()
    {
        var sealedForm = SiteBrowser.Fields(await ConsentAsync())[0].Value;
        for (var position = 0; position < sealedForm.Length; position += 41)
        {
            var other = sealedForm[position] == 'A' ? 'B' : 'A';
            var tampered = sealedForm[..position] + other + sealedForm[(position + 1)..];

            AssertRefused(
                await PostAsync(("request", tampered), ("scope", "notes.read"), ("action", "approve")),
                "form-foreign"
            );
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64!")]
    public async Task A_form_that_is_none_of_ours_is_refused(string? request)
    {
        await ConsentAsync();

        AssertRefused(await PostAsync(("request", request ?? ""), ("action", "approve")), "form-foreign");
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://mcp.example.com")]
    [InlineData("Origin", "https://mcp.example.com:8443")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_form_sent_by_a_foreign_page_is_refused(string header, string value)
    {
        var fields = SiteBrowser.Fields(await ConsentAsync());

        var answer = await browser.PostAsync("/consent", [.. fields, ("action", "approve")], (header, value));

        AssertRefused(answer, "form-foreign");
    }

    [Fact]
    public async Task A_form_that_lay_too_long_is_refused()
    {
        var page = await ConsentAsync();
        site.Time.Advance(TimeSpan.FromMinutes(30.1));

        AssertRefused(await browser.DecideAsync(page, "approve"), "sign-in-expired");
    }

    [Fact]
    public async Task A_form_cannot_begin_a_second_sign_in_after_the_first_is_forgotten()
    {
        var page = await ConsentAsync();
        await browser.ApproveAsync(page);
        for (var minute = 0; minute < 31; minute++)
        {
            site.Time.Advance(TimeSpan.FromMinutes(1));
            await browser.DecideAsync(page, "approve");
        }

        Assert.Single(site.SignIn.Started);
    }

    [Theory]
    [InlineData("notes.read", "notes.read")]
    [InlineData("notes.write", "notes.read notes.write")]
    [InlineData("files.read notes.read", "files.read notes.read")]
    public async Task The_person_gives_less_than_was_asked(string chosen, string granted)
    {
        var page = await ConsentAsync();

        Assert.Equal(granted, await GrantedAsync(page, chosen.Split(' ')));
    }

    [Fact]
    public async Task A_forged_form_gets_no_scope_that_was_not_offered()
    {
        var page = await browser.OpenAsync(client.AuthorizeUrl(("scope", "notes.read")));

        Assert.Equal("notes.read", await GrantedAsync(page, ["notes.read", "files.read", "notes.write", "admin"]));
    }

    [Fact]
    public async Task Nothing_chosen_asks_again_and_begins_nothing()
    {
        var request = SiteBrowser.Fields(await ConsentAsync())[0];

        var answer = await PostAsync(request, ("action", "approve"));

        Assert.Equal(200, answer.Status);
        Assert.Contains(
            "Choose at least one",
            answer.Page.QuerySelector("[role=alert]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(site.SignIn.Started);
        Assert.Equal("notes.read", await GrantedAsync(answer, ["notes.read"]));
    }

    [Fact]
    public async Task A_form_of_another_type_or_size_is_refused_on_a_page()
    {
        await ConsentAsync();

        AssertRefused(await PostAsync(("request", new string('A', 70_000))), "request-malformed");
        AssertRefused(
            await PostAsync([.. Enumerable.Range(0, 2000).Select(number => ($"k{number}", "v"))]),
            "request-malformed"
        );
    }

    private async Task<string?> GrantedAsync(SiteAnswer page, IEnumerable<string> scopes)
    {
        var request = SiteBrowser.Fields(page)[0];
        var step = await PostAsync([request, .. scopes.Select(scope => ("scope", scope)), ("action", "approve")]);
        var code = (await browser.OpenAsync(step.Location)).Parameter("code")!;
        return (await client.RedeemAsync(code)).Granted;
    }

    private Task<SiteAnswer> PostAsync(params IEnumerable<(string Name, string Value)> form) =>
        browser.PostAsync("/consent", form);

    private Task<SiteAnswer> ConsentAsync() => browser.OpenAsync(client.AuthorizeUrl());

    private void AssertRefused(SiteAnswer answer, string code)
    {
        Assert.Equal((400, code), (answer.Status, answer.Problem));
        Assert.Empty(site.SignIn.Started);
    }
}
