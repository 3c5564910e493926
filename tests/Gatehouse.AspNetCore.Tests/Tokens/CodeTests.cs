using System.Net.Http.Headers;
using System.Text;
using Gatehouse.Testing.Sites;

namespace Gatehouse.AspNetCore.Tests.Tokens;

public sealed class CodeTests : IAsyncLifetime
{
    private Site site = null!;
    private SiteClient client = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        client = await SiteClient.RegisterAsync(site);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task The_answer_is_what_clients_read()
    {
        var answer = await client.ConnectAsync();

        Assert.Equal(
            (200, "application/json", "no-store"),
            (answer.Status, answer.MediaType, answer.Header("Cache-Control"))
        );
        Assert.Equal(
            ["access_token", "token_type", "expires_in", "refresh_token", "scope"],
            answer.Json.Select(member => member.Key)
        );
        Assert.Contains("\"expires_in\":3600,", answer.Body, StringComparison.Ordinal);
        Assert.Equal("Bearer", (string?)answer.Json["token_type"]);
        Assert.Equal("files.read notes.read notes.write", answer.Granted);
    }

    [Fact]
    public async Task A_replayed_code_ends_the_family_it_gave_and_no_other()
    {
        var bystander = await client.ConnectAsync();
        var code = await client.SignInAsync();
        var tokens = await client.RedeemAsync(code);
        Assert.Equal(200, (await client.CallAsync(tokens.AccessToken)).Status);

        AssertRefused("invalid_grant", await client.RedeemAsync(code));

        Assert.Equal(401, (await client.CallAsync(tokens.AccessToken)).Status);
        AssertRefused("invalid_grant", await client.RefreshAsync(tokens.RefreshToken));
        Assert.Equal(200, (await client.CallAsync(bystander.AccessToken)).Status);
        Assert.Equal(200, (await client.RefreshAsync(bystander.RefreshToken)).Status);
    }

    [Theory]
    [InlineData("code_verifier", "wrong-wrong-wrong-wrong-wrong-wrong-wrong-wrong-wrong", "invalid_grant")]
    [InlineData("code_verifier", null, "invalid_request")]
    [InlineData("code_verifier", "short", "invalid_grant")]
    [InlineData("redirect_uri", "http://127.0.0.1:1/callback", "invalid_grant")]
    [InlineData("redirect_uri", "https://evil.example/", "invalid_grant")]
    [InlineData("client_id", "somebody", "invalid_client")]
    [InlineData("client_id", null, "invalid_client")]
    [InlineData("resource", "https://other.example.com/mcp", "invalid_target")]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    [InlineData("grant_type", null, "unsupported_grant_type")]
    public async Task A_wrong_request_is_refused_and_does_not_burn_the_code(string name, string? value, string error)
    {
        var code = await client.SignInAsync();

        AssertRefused(error, await client.RedeemAsync(code, (name, value)));

        Assert.Equal(200, (await client.RedeemAsync(code)).Status);
    }

    [Fact]
    public async Task Another_client_cannot_redeem_and_does_not_burn_the_code()
    {
        using var thief = await SiteClient.RegisterAsync(site, "Thief");
        var code = await client.SignInAsync();

        AssertRefused("invalid_grant", await thief.RedeemAsync(code));

        Assert.Equal(200, (await client.RedeemAsync(code)).Status);
    }

    [Fact]
    public async Task The_redirect_may_be_missing_as_oauth_2_1_allows()
    {
        Assert.Equal(200, (await client.RedeemAsync(await client.SignInAsync(), ("redirect_uri", null))).Status);
    }

    [Fact]
    public async Task Twenty_at_once_give_exactly_one_success()
    {
        var code = await client.SignInAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.RedeemAsync(code)));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => AssertRefused("invalid_grant", answer));
    }

    [Fact]
    public async Task A_code_expires()
    {
        var code = await client.SignInAsync();
        site.Time.Advance(TimeSpan.FromMinutes(5));

        AssertRefused("invalid_grant", await client.RedeemAsync(code));
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded-not")]
    [InlineData(null)]
    public async Task Only_a_form_is_read(string? type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/token")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes("--x\r\nnonsense")),
        };
        if (type is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        AssertRefused("invalid_request", await SiteAnswer.OfAsync(client.Http, request));
    }

    [Fact]
    public async Task A_parameter_that_is_there_twice_is_refused()
    {
        var code = await client.SignInAsync();

        AssertRefused("invalid_request", await client.RedeemAsync(code, ("code", code), ("code", "second")));
        Assert.Equal(200, (await client.RedeemAsync(code)).Status);
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_refused()
    {
        AssertRefused("invalid_request", await client.RedeemAsync(new string('c', 70_000)));
    }

    [Theory]
    [InlineData("client_secret_basic")]
    [InlineData("client_secret_post")]
    public async Task A_confidential_client_must_show_its_secret_by_either_way(string method)
    {
        using var confidential = await SiteClient.RegisterAsync(site, "Server", method: method);
        var code = await confidential.SignInAsync();
        var right = Basic(confidential.Id, confidential.Secret!);

        var missing = await confidential.RedeemAsync(code, ("client_secret", null));
        var wrong = await confidential.RedeemAsync(code, ("client_secret", confidential.Secret + "x"));
        var wrongHeader = await confidential.PostAsync("/token", Form(code), Basic(confidential.Id, "x"));

        AssertRefused("invalid_client", missing, 401);
        AssertRefused("invalid_client", wrong, 401);
        AssertRefused("invalid_client", wrongHeader, 401);
        Assert.StartsWith("Basic ", wrongHeader.Header("WWW-Authenticate"), StringComparison.Ordinal);
        Assert.Null(wrong.Header("WWW-Authenticate"));
        Assert.Equal(200, (await confidential.PostAsync("/token", Form(code), right)).Status);
        Assert.Equal(200, (await confidential.RedeemAsync(await confidential.SignInAsync())).Status);
    }

    [Fact]
    public async Task A_public_client_may_send_anything_as_its_secret()
    {
        Assert.Equal(200, (await client.RedeemAsync(await client.SignInAsync(), ("client_secret", "anything"))).Status);
        Assert.Equal(
            200,
            (await client.PostAsync("/token", Form(await client.SignInAsync()), Basic(client.Id, "x"))).Status
        );
    }

    [Fact]
    public async Task A_name_in_the_header_and_another_in_the_form_is_refused()
    {
        using var other = await SiteClient.RegisterAsync(site, "Other");
        var form = Form(await client.SignInAsync()).Append(KeyValuePair.Create("client_id", other.Id));

        AssertRefused("invalid_client", await client.PostAsync("/token", form, Basic(client.Id, "x")), 401);
    }

    [Fact]
    public async Task A_store_that_is_away_is_503_and_nothing_is_lost()
    {
        var code = await client.SignInAsync();
        foreach (var part in new[] { "ITokenStore.Find", "TryRedeem", "IConnectionStore.Find", "IClientStore" })
        {
            site.Stores.Break(part);
            var answer = await client.RedeemAsync(code);
            site.Stores.Mend();

            Assert.Equal(
                (503, "temporarily_unavailable", "5"),
                (answer.Status, answer.Error, answer.Header("Retry-After"))
            );
        }

        Assert.Equal(200, (await client.RedeemAsync(code)).Status);
    }

    [Fact]
    public async Task A_client_that_accepts_html_still_gets_json()
    {
        var code = await client.SignInAsync();
        client.Http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html, image/gif, *; q=.2, */*; q=.2");
        site.Stores.Break("ITokenStore");

        Assert.Equal("temporarily_unavailable", (await client.RedeemAsync(code)).Error);
    }

    private static IEnumerable<KeyValuePair<string, string>> Form(string code) =>
        [
            KeyValuePair.Create("grant_type", "authorization_code"),
            KeyValuePair.Create("code", code),
            KeyValuePair.Create("code_verifier", SiteClient.Verifier),
        ];

    private static AuthenticationHeaderValue Basic(string id, string secret) =>
        new(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}"))
        );

    private static void AssertRefused(string error, SiteAnswer answer, int? status = null)
    {
        Assert.Equal((status ?? (error == "invalid_client" ? 401 : 400), error), (answer.Status, answer.Error));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.False(string.IsNullOrWhiteSpace((string?)answer.Json["error_description"]));
    }
}
