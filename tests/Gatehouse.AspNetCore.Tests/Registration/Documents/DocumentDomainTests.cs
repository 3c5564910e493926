using Gatehouse.Testing.Documents;
using Gatehouse.Testing.Sites;

namespace Gatehouse.AspNetCore.Tests.Registration.Documents;

/// <summary>Whose documents are taken, as the operator says.</summary>
public sealed class DocumentDomainTests
{
    private static readonly (string, string?) Redirect = ("redirect_uri", "http://127.0.0.1:51234/callback");

    [Fact]
    public async Task Only_domains_the_operator_wants_are_asked()
    {
        await using var publisher = await Publisher.StartAsync();
        await using var site = await Site.StartAsync(
            publisher.Site(options =>
            {
                options.AllowedClientDomains.Add("Example.org");
                options.DeniedClientDomains.Add("bad.example.org");
            })
        );
        using var browser = new SiteBrowser(site);
        (string Host, bool Asked)[] hosts =
        [
            ("client.example", false),
            ("notexample.org", false),
            ("bad.example.org", false),
            ("very.bad.example.org", false),
            ("example.org", true),
            ("tools.example.org", true),
        ];

        foreach (var (host, asked) in hosts)
        {
            var before = publisher.Requests;
            using var client = SiteClient.Of(site, publisher.UrlOf("/client.json", host));

            Assert.Equal("client-document-refused", (await browser.OpenAsync(client.AuthorizeUrl(Redirect))).Problem);
            Assert.Equal(asked, publisher.Requests > before);
        }
    }

    [Theory]
    [InlineData(false, "redirect-refused")]
    [InlineData(true, null)]
    public async Task A_web_page_of_a_documents_host_is_open_only_where_the_operator_named_the_domain(
        bool named,
        string? problem
    )
    {
        await using var publisher = await Publisher.StartAsync();
        await using var site = await Site.StartAsync(
            publisher.Site(options =>
            {
                if (named)
                {
                    options.AllowedClientDomains.Add("client.example");
                }
            })
        );
        var url = publisher.UrlOf("/client.json");
        publisher.Publish(
            "/client.json",
            $$"""{"client_id":"{{url}}","client_name":"Tool","redirect_uris":["https://client.example/callback","https://other.example/callback"]}"""
        );
        using var client = SiteClient.Of(site, url);
        using var browser = new SiteBrowser(site);

        var own = await browser.OpenAsync(client.AuthorizeUrl(("redirect_uri", "https://client.example/callback")));
        var other = await browser.OpenAsync(client.AuthorizeUrl(("redirect_uri", "https://other.example/callback")));

        Assert.Equal(problem, own.Status == 200 ? null : own.Problem);
        Assert.Equal("redirect-refused", other.Problem);
    }
}
