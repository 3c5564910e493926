using System.Text.RegularExpressions;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.Testing.Sites;

namespace Gatehouse.AspNetCore.Tests.Consent;

public sealed partial class ConsentPageTests
{
    [Fact]
    public async Task The_page_cannot_be_framed_cached_or_given_foreign_code()
    {
        var (page, _) = await PageAsync();
        var policy = page.Header("Content-Security-Policy")!;

        Assert.Equal("DENY", page.Header("X-Frame-Options"));
        Assert.Equal("no-store", page.Header("Cache-Control"));
        Assert.Equal("nosniff", page.Header("X-Content-Type-Options"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_policies_that_would_break_the_form_are_absent()
    {
        var (page, _) = await PageAsync();

        Assert.DoesNotContain("form-action", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("same-origin", page.Header("Referrer-Policy"));
    }

    [Fact]
    public async Task Every_rendering_has_its_own_nonce_on_every_style_and_script()
    {
        var (first, _) = await PageAsync();
        var (second, _) = await PageAsync();

        var nonce = Nonce().Match(first.Header("Content-Security-Policy")!).Groups["nonce"].Value;
        Assert.All(
            first.Page.QuerySelectorAll("style, script"),
            element => Assert.Equal(nonce, element.GetAttribute("nonce"))
        );
        Assert.Empty(first.Page.QuerySelectorAll("[style], [onclick], [onload], link, img, iframe"));
        Assert.NotEqual(nonce, Nonce().Match(second.Header("Content-Security-Policy")!).Groups["nonce"].Value);
    }

    [Theory]
    [InlineData("https://mcp.example.com", "__Host-gatehouse-browser", true)]
    [InlineData("http://127.0.0.1:8931", "gatehouse-browser", false)]
    [InlineData("http://localhost", "gatehouse-browser", false)]
    public async Task The_cookie_is_as_strict_as_the_scheme_allows(string publicUrl, string name, bool secure)
    {
        var (page, _) = await PageAsync(publicUrl: publicUrl);
        var cookie = page.Header("Set-Cookie")!;

        Assert.Matches($"^{name}=[A-Za-z0-9_-]{{43}};", cookie);
        Assert.Contains("; path=/", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.Equal(secure, cookie.Contains("; secure", StringComparison.Ordinal));
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("</title><script>alert(1)</script>")]
    [InlineData("' onmouseover='x")]
    [InlineData("&lt;b&gt;")]
    public async Task A_name_with_markup_is_text(string name)
    {
        var (page, plain) = await PageAsync(name.Replace("\"", "\\\"", StringComparison.Ordinal));

        Assert.Equal($"A client that calls itself {name} wants to use the test server for you", page.Heading);
        Assert.Equal($"Allow {name}?", page.Page.Title);
        Assert.Equal(plain.Page.All.Length, page.Page.All.Length);
    }

    [Fact]
    public async Task A_name_cannot_turn_the_writing_round_or_hide_in_it()
    {
        var (page, _) = await PageAsync("\\u202Eedualc\\u202C\\u200B\\u2066 evil\\u0000\\r\\n\\uFEFF");

        Assert.Equal("A client that calls itself edualc evil wants to use the test server for you", page.Heading);
    }

    [Fact]
    public async Task A_name_without_end_is_cut()
    {
        var (page, _) = await PageAsync(new string('x', 300));

        Assert.Equal(
            "A client that calls itself " + new string('x', 100) + " wants to use the test server for you",
            page.Heading
        );
    }

    [Fact]
    public async Task The_page_says_where_the_answer_goes()
    {
        await using var site = await Site.StartAsync();
        using var browser = new SiteBrowser(site);
        (string Redirect, string Words, string Warning)[] all =
        [
            ("http://localhost/cb", "This computer (localhost)", "Nobody has checked the client's name"),
            (
                "cursor://anysphere.cursor-mcp/oauth/callback",
                "The app for cursor: on this device",
                "Nobody has checked the client's name"
            ),
            ("https://claude.ai/api/mcp/auth_callback", "claude.ai", "Go on only if"),
        ];

        foreach (var (redirect, words, warning) in all)
        {
            using var client = await SiteClient.RegisterAsync(site, "Claude", redirect);
            var page = await browser.OpenAsync(client.AuthorizeUrl(("redirect_uri", redirect)));

            Assert.Contains(page.Page.QuerySelectorAll("dd"), entry => entry.TextContent == words);
            Assert.Contains(
                warning,
                page.Body.Replace("&#x27;", "'", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData("http://localhost:54212/callback")]
    [InlineData("http://127.0.0.1:33418/")]
    [InlineData("cursor://anysphere.cursor-mcp/oauth/callback")]
    public async Task A_name_that_the_client_chose_is_only_what_it_calls_itself(string redirect)
    {
        await using var site = await Site.StartAsync();
        using var browser = new SiteBrowser(site);
        using var client = await SiteClient.RegisterAsync(site, "Claude Code", redirect);

        var page = await browser.OpenAsync(client.AuthorizeUrl(("redirect_uri", redirect)));

        Assert.Equal("A client that calls itself Claude Code wants to use the test server for you", page.Heading);
        Assert.Equal("Calls itself", page.Page.QuerySelector("dt")!.TextContent);
    }

    [Fact]
    public async Task A_web_address_of_a_known_client_is_shown_by_its_owners_name_and_not_by_the_chosen_one()
    {
        const string redirect = "https://claude.ai/api/mcp/auth_callback";
        await using var site = await Site.StartAsync();
        using var browser = new SiteBrowser(site);
        using var client = await SiteClient.RegisterAsync(site, "Your Bank", redirect);

        var page = await browser.OpenAsync(client.AuthorizeUrl(("redirect_uri", redirect)));

        Assert.Equal("Claude wants to use the test server for you", page.Heading);
        Assert.DoesNotContain("Your Bank", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_the_operator_named_has_that_name_on_this_computer()
    {
        await using var site = await Site.StartAsync(
            new SiteOptions
            {
                Gatehouse = options =>
                    options.Clients.Add(
                        new ConfiguredClient
                        {
                            Id = "office",
                            Name = "The office",
                            RedirectUris = { SiteClient.Redirect },
                        }
                    ),
            }
        );
        using var browser = new SiteBrowser(site);
        using var client = SiteClient.Of(site, "office");

        Assert.Equal(
            "The office, on this computer, wants to use the test server for you",
            (await browser.OpenAsync(client.AuthorizeUrl())).Heading
        );
    }

    [Fact]
    public async Task A_client_without_a_name_is_called_so()
    {
        var (page, _) = await PageAsync("");

        Assert.Equal("An unnamed client wants to use the test server for you", page.Heading);
    }

    [Fact]
    public async Task The_page_works_by_keyboard_and_screen_reader()
    {
        var (page, _) = await PageAsync();

        Assert.Equal("en", page.Page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.Page.QuerySelectorAll("h1"));
        Assert.All(
            page.Page.QuerySelectorAll("input[type=checkbox]"),
            box => Assert.Equal("LABEL", box.ParentElement!.TagName)
        );
        Assert.NotNull(page.Page.QuerySelector("fieldset > legend"));
        Assert.Empty(page.Page.QuerySelectorAll("[tabindex], [autofocus]"));
    }

    private static async Task<(SiteAnswer Named, SiteAnswer Plain)> PageAsync(
        string name = "Plain",
        string publicUrl = "https://mcp.example.com"
    )
    {
        await using var site = await Site.StartAsync(new SiteOptions { PublicUrl = publicUrl });
        using var browser = new SiteBrowser(site);
        using var named = await SiteClient.RegisterAsync(site, name);
        using var plain = await SiteClient.RegisterAsync(site, "Plain");
        return (await browser.OpenAsync(named.AuthorizeUrl()), await browser.OpenAsync(plain.AuthorizeUrl()));
    }

    [GeneratedRegex("script-src 'nonce-(?<nonce>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Nonce();
}
