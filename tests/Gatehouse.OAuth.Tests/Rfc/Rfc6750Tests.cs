using Gatehouse.OAuth.Protection;

namespace Gatehouse.OAuth.Tests.Rfc;

/// <summary>RFC 6750: bearer tokens in headers, and the challenge.</summary>
public sealed class Rfc6750Tests
{
    [Theory]
    [InlineData("Bearer mF_9.B5f-4.1JqM")]
    [InlineData("bearer mF_9.B5f-4.1JqM")]
    [InlineData("BEARER  mF_9.B5f-4.1JqM ")]
    public void Section_2_1_the_token_of_the_example_is_read_whatever_the_case_of_the_scheme(string header) =>
        Assert.Equal("mF_9.B5f-4.1JqM", BearerToken.Read(header));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer      ")]
    [InlineData("BearermF_9.B5f-4.1JqM")]
    [InlineData("Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3")]
    [InlineData("mF_9.B5f-4.1JqM")]
    public void Section_2_1_anything_else_is_no_token(string? header) => Assert.Null(BearerToken.Read(header));

    [Fact]
    public void A_header_with_all_groups_of_a_person_is_read_and_a_longer_one_is_not_looked_at()
    {
        var (many, tooMany) = (new string('a', 16_000), "Bearer " + new string('a', 17_000));

        Assert.Equal(many, BearerToken.Read("Bearer " + many));
        Assert.False(BearerToken.IsTooLong("Bearer " + many));
        Assert.Null(BearerToken.Read(tooMany));
        Assert.True(BearerToken.IsTooLong(tooMany));
    }

    [Fact]
    public void Section_3_the_first_challenge_names_metadata_and_scope_and_no_error() =>
        Assert.Equal(
            "Bearer resource_metadata=\"https://mcp.example.com/.well-known/oauth-protected-resource/mcp\", "
                + "scope=\"notes.read notes.write\"",
            new BearerChallenge(Sample.Resource, ScopeSet.Parse("notes.write notes.read")).ToString()
        );

    [Fact]
    public void Section_3_1_the_challenge_to_a_dead_token_says_invalid_token() =>
        Assert.Equal(
            "Bearer error=\"invalid_token\", error_description=\"The access token expired\", "
                + "resource_metadata=\"https://mcp.example.com/.well-known/oauth-protected-resource/mcp\", "
                + "scope=\"notes.read\"",
            new BearerChallenge(
                Sample.Resource,
                ScopeSet.Parse("notes.read"),
                new OAuthError(OAuthErrorCodes.InvalidToken, "The access token expired")
            ).ToString()
        );

    [Fact]
    public void A_description_cannot_break_out_of_the_quoted_header()
    {
        var challenge = new BearerChallenge(
            Sample.Resource,
            ScopeSet.Parse("notes.read"),
            new OAuthError(OAuthErrorCodes.InvalidToken, "a\", resource_metadata=\"https://evil.example\r\nX: \\")
        ).ToString();

        Assert.Equal(8, challenge.Count(c => c == '"'));
        Assert.DoesNotContain('\\', challenge);
        Assert.DoesNotContain(challenge, char.IsControl);
    }
}
