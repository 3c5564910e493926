using Gatehouse.OAuth.Authorization;
using Gatehouse.OAuth.Registration;

namespace Gatehouse.OAuth.Tests.Authorization;

public sealed class AuthorizationRulesTests
{
    private const string Redirect = "http://127.0.0.1/callback";

    private static readonly Client Client = Sample.DynamicClient(Redirect);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("ä")]
    [InlineData("a\r\n")]
    public void A_missing_or_malformed_client_id_is_refused(string? id) =>
        Assert.Equal(
            OAuthErrorCodes.InvalidRequest,
            AuthorizationRules.ReadClientId(Sample.Parameters(("client_id", id))).Error?.Code
        );

    [Fact]
    public void The_longest_client_id_is_1024_characters()
    {
        Assert.Null(ClientId.Parse(new string('a', 1024)).Error);
        Assert.NotNull(ClientId.Parse(new string('a', 1025)).Error);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/other")]
    [InlineData("http://localhost/callback")]
    [InlineData("https://claude.ai/api/mcp/auth_callback")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    [InlineData(null)]
    public void An_address_that_is_not_registered_is_never_one_to_answer_to(string? redirect) =>
        Assert.Equal(
            OAuthErrorCodes.InvalidRedirectUri,
            Sample.Authorization.ReadRedirectUri(Sample.Parameters(("redirect_uri", redirect)), Client).Error?.Code
        );

    [Fact]
    public void The_answer_goes_to_the_port_the_request_names()
    {
        var asked = Sample.Authorization.ReadRedirectUri(
            Sample.Parameters(("redirect_uri", "http://127.0.0.1:54321/callback")),
            Client
        );

        Assert.Equal("http://127.0.0.1:54321/callback", asked.Value.Value);
    }

    [Fact]
    public void What_the_operator_configured_needs_no_list()
    {
        var metadata = Client.Metadata with { RedirectUris = [Sample.Redirect("https://intranet.example/callback")] };
        var parameters = Sample.Parameters(("redirect_uri", "https://intranet.example/callback"));

        var configured = new Client(Client.Id, metadata, ClientOrigin.Configured, null);
        Assert.Null(Sample.Authorization.ReadRedirectUri(parameters, configured).Error);

        var dynamic = configured with { Origin = ClientOrigin.Dynamic };
        Assert.NotNull(Sample.Authorization.ReadRedirectUri(parameters, dynamic).Error);
    }

    [Theory]
    [InlineData("response_type", null, "unsupported_response_type")]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("response_type", "code id_token", "unsupported_response_type")]
    [InlineData("response_type", "CODE", "unsupported_response_type")]
    [InlineData("response_mode", "form_post", "invalid_request")]
    [InlineData("response_mode", "fragment", "invalid_request")]
    [InlineData("request", "eyJhbGciOiJub25lIn0..", "request_not_supported")]
    [InlineData("request_uri", "https://evil.example/request", "request_not_supported")]
    [InlineData("prompt", "login none", "invalid_request")]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge_method", null, "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("resource", "https://other.example/mcp", "invalid_target")]
    public void A_request_that_breaks_one_rule_is_refused_by_the_code_of_that_rule(
        string name,
        string? value,
        string code
    ) => Assert.Equal(code, Read((name, value)).Error?.Code);

    [Theory]
    [InlineData("response_mode", "query")]
    [InlineData("prompt", "none")]
    [InlineData("prompt", "consent")]
    [InlineData("prompt", "select_account")]
    [InlineData("prompt", "nonexistent")]
    [InlineData("nonce", "x")]
    [InlineData("access_type", "offline")]
    [InlineData("resource", "https://mcp.example.com")]
    [InlineData("scope", "!\"§ ä \\")]
    public void What_does_no_harm_is_no_reason_to_refuse(string name, string value) =>
        Assert.Null(Read((name, value)).Error);

    [Theory]
    [InlineData(null, "files.read files.write notes.read notes.write")]
    [InlineData("", "files.read files.write notes.read notes.write")]
    [InlineData("openid email profile", "files.read files.write notes.read notes.write")]
    [InlineData("claudeai", "files.read files.write notes.read notes.write")]
    [InlineData("offline_access", "files.read files.write notes.read notes.write")]
    [InlineData("notes.read", "notes.read")]
    [InlineData("notes.read offline_access openid", "notes.read")]
    [InlineData("notes.write", "notes.read notes.write")]
    [InlineData("NOTES.READ notes.write", "notes.read notes.write")]
    [InlineData("notes.read  notes.read", "notes.read")]
    public void Scopes_are_offered_and_never_a_reason_to_refuse(string? asked, string offered) =>
        Assert.Equal(offered, Read(("scope", asked)).Value.Offered.ToString());

    [Fact]
    public void State_is_kept_byte_for_byte_up_to_its_limit()
    {
        var longest = new string('+', 4096);

        Assert.Equal(longest, Read(("state", longest)).Value.State);
        Assert.Equal(OAuthErrorCodes.InvalidRequest, Read(("state", longest + "+")).Error?.Code);
    }

    private static Result<AuthorizationRequest> Read((string Name, string? Value) changed)
    {
        var parameters = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["response_type"] = "code",
            ["code_challenge"] = Sample.Challenge,
            ["code_challenge_method"] = "S256",
            [changed.Name] = changed.Value,
        };
        return Sample.Authorization.Read(
            Sample.Parameters(parameters.Select(parameter => (parameter.Key, parameter.Value))),
            Client,
            Sample.Redirect(Redirect)
        );
    }
}
