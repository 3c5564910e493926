using System.Net.Sockets;
using System.Security.Cryptography;
using Gatehouse.Testing.Documents;
using Gatehouse.Testing.Sites;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.AspNetCore.Tests.Registration.Documents;

public sealed class PrivateKeyJwtTests
{
    private static readonly (string, string?) Redirect = ("redirect_uri", "http://127.0.0.1:51234/callback");

    [Theory]
    [InlineData("https://mcp.example.com")]
    [InlineData("https://mcp.example.com/token")]
    public async Task A_client_signs_its_requests_by_keys_in_its_document(string audience)
    {
        await using var publisher = await Publisher.StartAsync();
        await using var site = await Site.StartAsync(publisher.Site());
        using var signer = new SigningClient(publisher.UrlOf("/client.json"));
        using var client = Publish(publisher, site, signer);

        var tokens = await client.RedeemAsync(
            await client.SignInAsync(Redirect),
            [Redirect, .. signer.Signed(site, audiences: [audience])]
        );
        var again = await client.RefreshAsync(
            tokens.RefreshToken,
            [("client_id", null), .. signer.Signed(site, audiences: [audience])]
        );

        Assert.Equal(200, again.Status);
        Assert.Equal(200, (await client.RevokeAsync(again.RefreshToken, signer.Signed(site))).Status);
    }

    [Fact]
    public async Task Without_a_signature_there_are_no_tokens()
    {
        await using var publisher = await Publisher.StartAsync();
        await using var site = await Site.StartAsync(publisher.Site());
        using var signer = new SigningClient(publisher.UrlOf("/client.json"));
        using var client = Publish(publisher, site, signer);

        var answer = await client.RedeemAsync(await client.SignInAsync(Redirect), Redirect);

        Assert.Equal((401, "invalid_client"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task An_assertion_that_is_wrong_in_anything_is_refused()
    {
        await using var publisher = await Publisher.StartAsync();
        await using var site = await Site.StartAsync(publisher.Site());
        using var signer = new SigningClient(publisher.UrlOf("/client.json"));
        using var stranger = new SigningClient(publisher.UrlOf("/client.json"));
        using var client = Publish(publisher, site, signer);
        using var rsa = RSA.Create(2048);
        var code = await client.SignInAsync(Redirect);
        const string other = "https://other.example";
        (string Name, IEnumerable<(string, string?)> Shown)[] wrong =
        [
            ("issuer", signer.Signed(site, issuer: other)),
            ("subject", signer.Signed(site, subject: other)),
            ("audience", signer.Signed(site, audiences: [other])),
            ("two audiences", signer.Signed(site, audiences: [SigningClient.Audience, other])),
            ("no audience", signer.Signed(site, audiences: [])),
            ("expired", signer.Signed(site, lives: TimeSpan.FromMinutes(-2))),
            ("lives too long", signer.Signed(site, lives: TimeSpan.FromHours(2))),
            ("no jti", signer.Signed(site, jti: "")),
            ("a foreign key", stranger.Signed(site)),
            (
                "a key that is not published",
                signer.Signed(
                    site,
                    credentials: new SigningCredentials(new RsaSecurityKey(rsa), SecurityAlgorithms.RsaSha256)
                )
            ),
            (
                "the public key as a secret",
                signer.Signed(
                    site,
                    credentials: new SigningCredentials(
                        new SymmetricSecurityKey(System.Text.Encoding.UTF8.GetBytes(signer.Jwks)),
                        SecurityAlgorithms.HmacSha256
                    )
                )
            ),
            ("another type", [.. signer.Signed(site).Where(pair => pair.Name != "client_assertion_type")]),
            (
                "no JWT",
                [
                    ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
                    ("client_assertion", "x"),
                ]
            ),
        ];

        foreach (var (name, shown) in wrong)
        {
            var answer = await client.RedeemAsync(code, [Redirect, .. shown]);

            Assert.True(answer.Error == "invalid_client", $"{name}: {answer.Body}");
        }

        Assert.Equal(200, (await client.RedeemAsync(code, [Redirect, .. signer.Signed(site)])).Status);
    }

    [Fact]
    public async Task An_assertion_is_good_once()
    {
        await using var publisher = await Publisher.StartAsync();
        await using var site = await Site.StartAsync(publisher.Site());
        using var signer = new SigningClient(publisher.UrlOf("/client.json"));
        using var client = Publish(publisher, site, signer);
        var shown = signer.Signed(site).ToList();
        var tokens = await client.RedeemAsync(await client.SignInAsync(Redirect), [Redirect, .. shown]);

        var replayed = await client.RefreshAsync(tokens.RefreshToken, shown);

        Assert.Equal("invalid_client", replayed.Error);
        Assert.Contains("used before", (string?)replayed.Json["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_keys_that_change_are_fetched_anew_and_serve_on_while_the_publisher_is_away()
    {
        await using var publisher = await Publisher.StartAsync();
        await using var site = await Site.StartAsync(publisher.Site());
        using var signer = new SigningClient(publisher.UrlOf("/client.json"));
        using var client = SiteClient.Of(
            site,
            publisher.Describe(
                more: $$""","token_endpoint_auth_method":"private_key_jwt","jwks_uri":"{{publisher.UrlOf("/jwks.json")}}" """
            )
        );
        publisher.Publish("/jwks.json", """{"keys":[]}""");
        var code = await client.SignInAsync(Redirect);
        Assert.Equal("invalid_client", (await client.RedeemAsync(code, [Redirect, .. signer.Signed(site)])).Error);

        publisher.Publish("/jwks.json", signer.Jwks);
        site.Time.Advance(TimeSpan.FromSeconds(61));
        var tokens = await client.RedeemAsync(code, [Redirect, .. signer.Signed(site)]);
        site.Time.Advance(TimeSpan.FromHours(1));
        publisher.Resolve = _ => throw new SocketException((int)SocketError.HostNotFound);
        publisher.Answer("/jwks.json", context => Fail(context));

        Assert.Equal(200, (await client.RefreshAsync(tokens.RefreshToken, signer.Signed(site))).Status);
    }

    [Fact]
    public async Task Keys_that_cannot_be_fetched_cost_nobody_a_connection()
    {
        await using var publisher = await Publisher.StartAsync();
        await using var site = await Site.StartAsync(publisher.Site());
        using var signer = new SigningClient(publisher.UrlOf("/client.json"));
        using var client = SiteClient.Of(
            site,
            publisher.Describe(
                more: $$""","token_endpoint_auth_method":"private_key_jwt","jwks_uri":"{{publisher.UrlOf("/jwks.json")}}" """
            )
        );
        publisher.Answer("/jwks.json", context => Fail(context));

        var answer = await client.RedeemAsync(await client.SignInAsync(Redirect), [Redirect, .. signer.Signed(site)]);

        Assert.Equal((503, "temporarily_unavailable"), (answer.Status, answer.Error));
    }

    private static Task Fail(Microsoft.AspNetCore.Http.HttpContext context)
    {
        context.Response.StatusCode = 503;
        return Task.CompletedTask;
    }

    private static SiteClient Publish(Publisher publisher, Site site, SigningClient signer) =>
        SiteClient.Of(
            site,
            publisher.Describe(more: $$""","token_endpoint_auth_method":"private_key_jwt","jwks":{{signer.Jwks}}""")
        );
}
