using System.Text;
using System.Text.Json;
using Gatehouse.OAuth.Authorization;
using Gatehouse.OAuth.Registration;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.OAuth.Tests.Rfc;

/// <summary>RFC 6749: the examples it prints, and the alphabets of its appendix A.</summary>
public sealed class Rfc6749Tests
{
    private static readonly Client Client = new(
        ClientId.Parse("s6BhdRkqt3").Value,
        new ClientMetadata(
            "Example",
            [Sample.Redirect("https://client.example.com/cb")],
            ClientAuthenticationMethod.ClientSecretBasic,
            "web"
        ),
        ClientOrigin.Configured,
        ClientSecret.From("7Fjfp0ZBr1KtDRbnfVdmIw").Hash
    );

    [Fact]
    public void Section_2_3_1_the_basic_header_of_the_example_names_client_and_secret()
    {
        var shown = ClientCredentials.Read("Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3", Sample.Parameters());

        Assert.Equal("s6BhdRkqt3", shown.Value.Id.Value);
        Assert.Null(ClientAuthenticationRule.Refuses(Client, shown.Value));
    }

    [Fact]
    public void Section_2_3_1_the_body_of_the_example_names_client_and_secret()
    {
        var shown = ClientCredentials.Read(
            null,
            Sample.Parameters(("client_id", "s6BhdRkqt3"), ("client_secret", "7Fjfp0ZBr1KtDRbnfVdmIw"))
        );

        Assert.Null(ClientAuthenticationRule.Refuses(Client, shown.Value));
    }

    [Theory]
    [InlineData("a%3Ab:s%2Bs", "a:b", "s+s")]
    [InlineData("app:a+b%26c", "app", "a b&c")]
    [InlineData("app:%C3%A4%e2%82%ac", "app", "ä€")]
    [InlineData("app:a:b", "app", "a:b")]
    public void Appendix_B_both_halves_of_the_basic_header_are_form_urlencoded(string pair, string id, string secret)
    {
        var shown = ClientCredentials.Read("basic " + Base64(pair), Sample.Parameters()).Value;

        Assert.Equal(id, shown.Id.Value);
        Assert.Equal(secret, shown.Secret?.Reveal());
    }

    [Fact]
    public void Section_4_1_1_the_request_of_the_example_is_read_once_PKCE_is_added()
    {
        var parameters = Sample.Parameters(
            ("response_type", "code"),
            ("client_id", "s6BhdRkqt3"),
            ("state", "xyz"),
            ("redirect_uri", "https://client.example.com/cb"),
            ("code_challenge", Sample.Challenge),
            ("code_challenge_method", "S256")
        );

        Assert.Equal(Client.Id, AuthorizationRules.ReadClientId(parameters).Value);
        var redirect = Sample.Authorization.ReadRedirectUri(parameters, Client).Value;
        Assert.Equal("xyz", Sample.Authorization.Read(parameters, Client, redirect).Value.State);
    }

    [Fact]
    public void Section_4_1_2_1_the_refusal_of_the_example_goes_back_with_state() =>
        Assert.StartsWith(
            "https://client.example.com/cb?state=xyz&iss=https%3A%2F%2Fmcp.example.com&error=access_denied&",
            AuthorizationResponse.Failure(
                Client.Metadata.RedirectUris[0],
                "xyz",
                Sample.Issuer,
                new OAuthError(OAuthErrorCodes.AccessDenied, "The person said no.")
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("https://client.example.com/cb", "https://client.example.com/cb?code=x")]
    [InlineData("https://client.example.com/cb?", "https://client.example.com/cb?code=x")]
    [InlineData("https://client.example.com/cb?tenant=1", "https://client.example.com/cb?tenant=1&code=x")]
    [InlineData("https://client.example.com/cb?tenant=1&", "https://client.example.com/cb?tenant=1&code=x")]
    public void Section_3_1_2_a_query_of_the_redirect_address_is_kept(string redirect, string answer) =>
        Assert.Equal(answer, Sample.Redirect(redirect).With(("code", "x")));

    [Fact]
    public void Section_5_1_a_token_response_has_the_members_of_the_example_and_the_scope()
    {
        var json = JsonSerializer.Serialize(
            new TokenResponse
            {
                AccessToken = "2YotnFZFEjr1zCsicMWpAA",
                ExpiresIn = 3600,
                RefreshToken = "tGzv3JOkF0XG5Qx2TlKWIA",
                Scope = "notes.read",
            },
            OAuthJson.Default.TokenResponse
        );

        Assert.Equal(
            """{"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"Bearer","expires_in":3600,"refresh_token":"tGzv3JOkF0XG5Qx2TlKWIA","scope":"notes.read"}""",
            json
        );
    }

    [Fact]
    public void Section_5_2_an_error_has_code_and_description() =>
        Assert.Equal(
            """{"error":"invalid_request","error_description":"code is missing."}""",
            JsonSerializer.Serialize(
                new OAuthErrorResponse("invalid_request", "code is missing."),
                OAuthJson.Default.OAuthErrorResponse
            )
        );

    [Theory]
    [InlineData("a", true)]
    [InlineData("!#[]~", true)]
    [InlineData("https://example.com/scope", true)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("a\"b", false)]
    [InlineData("a\\b", false)]
    [InlineData("ä", false)]
    public void Section_3_3_a_scope_token_is_visible_ASCII_without_quote_and_backslash(string text, bool valid) =>
        Assert.Equal(valid, Scope.TryParse(text, out _));

    [Fact]
    public void Section_3_1_an_empty_parameter_counts_as_omitted() =>
        Assert.Null(Sample.Parameters(("state", ""))["state"]);

    [Fact]
    public void Section_3_1_a_parameter_that_stands_twice_is_refused_by_name()
    {
        var error = AuthorizationRules
            .ReadClientId(Sample.Parameters(("client_id", "a"), ("state", "1"), ("state", "2")))
            .Error;

        Assert.Equal(OAuthErrorCodes.InvalidRequest, error?.Code);
        Assert.Contains("state", error!.Description, StringComparison.Ordinal);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
