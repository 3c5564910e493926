using System.Text;
using Gatehouse.IdentityProviders.Tokens;
using Gatehouse.IdentityProviders.Transport;

namespace Gatehouse.IdentityProviders.Tests.Tokens;

public sealed class TokenAnswerReaderTests
{
    [Fact]
    public void GitHub_answers_with_a_form()
    {
        var answer = Tokens("access_token=gho_x&scope=repo%2Cgist&token_type=bearer");

        Assert.Equal("gho_x", answer.AccessToken.Reveal());
        Assert.Equal(["repo", "gist"], answer.Scopes!);
        Assert.Null(answer.ExpiresIn);
    }

    [Fact]
    public void Everything_a_rich_provider_says_is_read()
    {
        var answer = Tokens(
            """
            {"token_type":"Bearer","scope":"openid api://G/access","expires_in":4299,"ext_expires_in":4299,"access_token":"at",
             "refresh_token":"rt","id_token":"a.b.c","refresh_expires_in":1800,"not-before-policy":0,"session_state":"s","extra":{"deep":[1]}}
            """
        );

        Assert.Equal(TimeSpan.FromSeconds(4299), answer.ExpiresIn);
        Assert.Equal("rt", answer.RefreshToken!.Value.Reveal());
        Assert.Equal("a.b.c", answer.IdToken!.Value.Reveal());
        Assert.Equal(["openid", "api://G/access"], answer.Scopes!);
    }

    [Theory]
    [InlineData("3600", 3600)]
    [InlineData("\"3599\"", 3599)]
    [InlineData("3600.0", 3600)]
    [InlineData("1e3", 1000)]
    [InlineData("\"soon\"", null)]
    [InlineData("null", null)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("1e400", null)]
    [InlineData("99999999999999", 315_360_000)]
    public void A_lifetime_is_a_number_in_any_clothes(string written, int? seconds)
    {
        var expected = seconds is { } some ? TimeSpan.FromSeconds(some) : (TimeSpan?)null;

        Assert.Equal(expected, Tokens($$"""{"access_token":"at","expires_in":{{written}}}""").ExpiresIn);
    }

    [Theory]
    [InlineData("""{"access_token":"at"}""")]
    [InlineData("""{"access_token":"at","token_type":"bearer"}""")]
    [InlineData("""{"access_token":"at","token_type":"BEARER","refresh_token":"","scope":""}""")]
    [InlineData("""{"access_token":"at","refresh_token":null,"scope":null,"id_token":7}""")]
    [InlineData("\uFEFF{\"access_token\":\"at\"}")]
    public void Only_the_access_token_has_to_be_there(string body)
    {
        var answer = Tokens(body);

        Assert.Equal("at", answer.AccessToken.Reveal());
        Assert.Null(answer.RefreshToken);
        Assert.Null(answer.Scopes);
    }

    [Theory]
    [InlineData("""{"access_token":"at","scope":["a","b"]}""", "a b")]
    [InlineData("""{"access_token":"at","scope":"a, b"}""", "a b")]
    [InlineData("""{"access_token":"at","scope":"  a   b "}""", "a b")]
    public void Scopes_come_in_many_forms(string body, string expected) =>
        Assert.Equal(expected, string.Join(' ', Tokens(body).Scopes!));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"access_token":""}""")]
    [InlineData("""{"access_token":{"value":"at"}}""")]
    [InlineData("""{"access_token":"at","token_type":"DPoP"}""")]
    [InlineData("""{"access_token":"a","access_token":"b"}""")]
    [InlineData("""{"access_token":"a\r\nX-Injected: yes"}""")]
    [InlineData("""{"access_token":"\ud800"}""")]
    [InlineData("""{"\ud800":1,"access_token":"at\ud800"}""")]
    [InlineData("access_token=a&access_token=b")]
    [InlineData("<html>access_token=stolen&</html>")]
    [InlineData("""{"access_token":"at" """)]
    public void What_holds_no_token_is_none(string body)
    {
        var (tokens, error) = TokenAnswerReader.Read(Answer(body));

        Assert.Null(tokens);
        Assert.Null(error);
    }

    [Theory]
    [InlineData(
        200,
        """{"error":"bad_verification_code","error_description":"The code passed is incorrect or expired."}""",
        "bad_verification_code"
    )]
    [InlineData(200, "error=bad_verification_code&error_description=The+code", "bad_verification_code")]
    [InlineData(200, """{"access_token":"at","error":"slow_down"}""", "slow_down")]
    [InlineData(400, """{"error":"invalid_grant"}""", "invalid_grant")]
    [InlineData(403, """{"error":"invalid_code"}""", "invalid_code")]
    [InlineData(403, """{"errorCode":"E0000011","errorSummary":"Invalid token provided"}""", "E0000011")]
    [InlineData(400, """{"error":{"code":400,"message":"no","status":"INVALID_ARGUMENT"}}""", "INVALID_ARGUMENT")]
    [InlineData(401, "", "invalid_client")]
    public void An_error_is_one_whatever_the_status(int status, string body, string code)
    {
        var (tokens, error) = TokenAnswerReader.Read(Answer(body, status));

        Assert.Null(tokens);
        Assert.Equal(code, error?.Code);
    }

    [Fact]
    public void Entra_says_its_numbers()
    {
        var (_, error) = TokenAnswerReader.Read(
            Answer(
                """{"error":"interaction_required","error_description":"AADSTS50076: more\r\nTrace ID: T","error_codes":[50076,"7"],"claims":"{\"access_token\":{}}"}""",
                400
            )
        );

        Assert.Equal(["50076", "7"], error!.Numbers);
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(403, "")]
    [InlineData(400, "")]
    [InlineData(400, " \r\n")]
    [InlineData(400, "<html>Bad Request</html>")]
    [InlineData(502, "<html>error=bad&gateway</html>")]
    [InlineData(400, """{"access_token":"at"}""")]
    public void A_failure_without_words_is_left_to_its_status(int status, string body)
    {
        var (tokens, error) = TokenAnswerReader.Read(Answer(body, status));

        Assert.Null(tokens);
        Assert.Null(error);
    }

    [Fact]
    public void Secrets_do_not_show_in_what_is_printed()
    {
        var answer = Tokens("""{"access_token":"at-secret","refresh_token":"rt-secret","id_token":"id-secret"}""");

        Assert.DoesNotContain("secret", answer.ToString(), StringComparison.Ordinal);
    }

    private static ProviderAnswer Answer(string body, int status = 200) =>
        new() { Status = status, Body = Encoding.UTF8.GetBytes(body) };

    private static TokenAnswer Tokens(string body)
    {
        var (tokens, error) = TokenAnswerReader.Read(Answer(body));
        Assert.Null(error);
        return Assert.IsType<TokenAnswer>(tokens);
    }
}
