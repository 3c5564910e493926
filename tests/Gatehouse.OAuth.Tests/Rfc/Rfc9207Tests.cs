using Gatehouse.OAuth.Authorization;

namespace Gatehouse.OAuth.Tests.Rfc;

/// <summary>RFC 9207: the issuer in every authorization response.</summary>
public sealed class Rfc9207Tests
{
    private static readonly RedirectUri Redirect = Sample.Redirect("http://127.0.0.1:33418/");

    [Fact]
    public void Section_2_a_success_carries_state_issuer_and_last_the_code() =>
        Assert.Equal(
            "http://127.0.0.1:33418/?state=af0ifjsldkj&iss=https%3A%2F%2Fmcp.example.com&code=x1848ZT64p4IirMPT0R-X3141MFPTuBX-VFL_cvaplMH58",
            AuthorizationResponse.Success(
                Redirect,
                "af0ifjsldkj",
                Sample.Issuer,
                AuthorizationCode.From("x1848ZT64p4IirMPT0R-X3141MFPTuBX-VFL_cvaplMH58")
            )
        );

    [Fact]
    public void Section_2_a_failure_carries_state_issuer_and_error() =>
        Assert.Equal(
            "http://127.0.0.1:33418/?state=N1e3&iss=https%3A%2F%2Fmcp.example.com&error=access_denied&error_description=No.",
            AuthorizationResponse.Failure(
                Redirect,
                "N1e3",
                Sample.Issuer,
                new OAuthError(OAuthErrorCodes.AccessDenied, "No.")
            )
        );

    [Fact]
    public void Without_state_the_issuer_comes_first_and_no_empty_state_is_invented() =>
        Assert.Equal(
            "http://127.0.0.1:33418/?iss=https%3A%2F%2Fmcp.example.com&code=c",
            AuthorizationResponse.Success(Redirect, null, Sample.Issuer, AuthorizationCode.From("c"))
        );

    [Theory]
    [InlineData("aB+/cD==")]
    [InlineData("vscode://x?y=z&code=stolen#fragment")]
    [InlineData("a b%20c\r\nLocation: https://evil.example")]
    [InlineData("ü€😀")]
    public void State_comes_back_as_it_was_and_cannot_add_a_parameter_or_a_header(string state)
    {
        var answer = AuthorizationResponse.Success(Redirect, state, Sample.Issuer, AuthorizationCode.From("c"));

        var query = new Uri(answer).Query[1..].Split('&');
        Assert.Equal(3, query.Length);
        Assert.Equal(state, Uri.UnescapeDataString(query[0]["state=".Length..]));
        Assert.DoesNotContain(answer, c => c is < '!' or > '~');
    }
}
