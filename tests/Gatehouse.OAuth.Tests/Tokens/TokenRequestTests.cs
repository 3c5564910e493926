using System.Text;
using Gatehouse.OAuth.Registration;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.OAuth.Tests.Tokens;

/// <summary>Requests of the token endpoint: who asks, and for what.</summary>
public sealed class TokenRequestTests
{
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static readonly Client Public = Sample.DynamicClient("http://127.0.0.1/");

    private static readonly Client Confidential = Public with { SecretHash = ClientSecret.From("s3cret").Hash };

    [Theory]
    [InlineData("Basic")]
    [InlineData("Basic ")]
    [InlineData("Basic !!!")]
    [InlineData("Basic YQ==")]
    [InlineData("Basic OnNlY3JldA==")]
    [InlineData("Basic w6Q6Yg==")]
    [InlineData("Basic //79Og==")]
    [InlineData("Bearer abc")]
    [InlineData("")]
    [InlineData(null)]
    public void A_header_that_names_no_client_is_invalid_client_when_the_body_names_none(string? header) =>
        Assert.Equal(OAuthErrorCodes.InvalidClient, ClientCredentials.Read(header, Sample.Parameters()).Error?.Code);

    [Fact]
    public void Header_and_body_must_name_the_same_client()
    {
        var body = Sample.Parameters(("client_id", "a"));

        Assert.Equal("a", ClientCredentials.Read(Basic("a:x"), body).Value.Id.Value);
        Assert.Equal(OAuthErrorCodes.InvalidClient, ClientCredentials.Read(Basic("b:x"), body).Error?.Code);
    }

    [Fact]
    public void The_secret_of_the_header_counts_when_there_are_two()
    {
        var body = Sample.Parameters(("client_id", "a"), ("client_secret", "body"));

        Assert.Equal("header", ClientCredentials.Read(Basic("a:header"), body).Value.Secret?.Reveal());
    }

    [Fact]
    public void An_empty_secret_is_no_secret()
    {
        Assert.Null(ClientCredentials.Read(Basic("a:"), Sample.Parameters()).Value.Secret);
        Assert.Null(
            ClientCredentials.Read(null, Sample.Parameters(("client_id", "a"), ("client_secret", ""))).Value.Secret
        );
    }

    [Fact]
    public void A_dynamic_client_needs_no_escapes_in_its_header()
    {
        var metadata = Public.Metadata with { AuthenticationMethod = ClientAuthenticationMethod.ClientSecretBasic };
        var issued = DynamicClientId.Issue(metadata, Sample.Key).Value;

        // As the TypeScript SDK does it: Base64 without urlencoding.
        var shown = ClientCredentials
            .Read(Basic($"{issued.Client.Id.Value}:{issued.Secret!.Value.Reveal()}"), Sample.Parameters())
            .Value;

        Assert.Equal(issued.Client.Id, shown.Id);
        Assert.Null(ClientAuthenticationRule.Refuses(issued.Client, shown));
    }

    [Theory]
    [InlineData("s3cret", null)]
    [InlineData("s3cret ", "invalid_client")]
    [InlineData("S3CRET", "invalid_client")]
    [InlineData("", "invalid_client")]
    [InlineData(null, "invalid_client")]
    public void A_confidential_client_must_show_its_secret(string? secret, string? error) =>
        Assert.Equal(error, ClientAuthenticationRule.Refuses(Confidential, Shown(secret))?.Code);

    [Fact]
    public void The_stored_hash_of_a_secret_is_not_the_secret() =>
        Assert.NotNull(ClientAuthenticationRule.Refuses(Confidential, Shown(Confidential.SecretHash!.Value.Value)));

    [Theory]
    [InlineData(null)]
    [InlineData("whatever")]
    public void A_public_client_gets_in_with_and_without_a_secret(string? secret) =>
        Assert.Null(ClientAuthenticationRule.Refuses(Public, Shown(secret)));

    [Fact]
    public void A_code_request_is_read_with_and_without_its_redirect_address()
    {
        var request = CodeGrantRequest
            .Read(Sample.Parameters(("code", "c"), ("code_verifier", Verifier), ("redirect_uri", "http://127.0.0.1/")))
            .Value;

        Assert.Equal(AuthorizationCode.From("c").Hash, request.Code.Hash);
        Assert.Equal(Sample.Challenge, request.Verifier.Challenge.Value);
        Assert.Equal("http://127.0.0.1/", request.RedirectUri);
        Assert.Null(
            CodeGrantRequest.Read(Sample.Parameters(("code", "c"), ("code_verifier", Verifier))).Value.RedirectUri
        );
    }

    [Theory]
    [InlineData(null, Verifier, "invalid_request")]
    [InlineData("", Verifier, "invalid_request")]
    [InlineData("c", null, "invalid_request")]
    [InlineData("c", "too-short", "invalid_grant")]
    public void A_code_request_without_code_or_verifier_is_refused(string? code, string? verifier, string error) =>
        Assert.Equal(
            error,
            CodeGrantRequest.Read(Sample.Parameters(("code", code), ("code_verifier", verifier))).Error?.Code
        );

    [Fact]
    public void A_refresh_request_without_a_token_is_refused() =>
        Assert.Equal(OAuthErrorCodes.InvalidRequest, RefreshGrantRequest.Read(Sample.Parameters()).Error?.Code);

    [Theory]
    [InlineData(null, "notes.read notes.write")]
    [InlineData("notes.read", "notes.read")]
    [InlineData("notes.read files.read", "notes.read")]
    [InlineData("files.read", "notes.read notes.write")]
    [InlineData("openid offline_access", "notes.read notes.write")]
    [InlineData("notes.read notes.write admin", "notes.read notes.write")]
    public void A_refresh_may_narrow_and_never_widen(string? asked, string narrowed)
    {
        var request = RefreshGrantRequest.Read(Sample.Parameters(("refresh_token", "r"), ("scope", asked))).Value;

        Assert.Equal(narrowed, request.Narrow(ScopeSet.Parse("notes.read notes.write")).ToString());
    }

    private static ClientCredentials Shown(string? secret) =>
        new(Public.Id, secret is null ? null : ClientSecret.From(secret));

    private static string Basic(string pair) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(pair));
}
