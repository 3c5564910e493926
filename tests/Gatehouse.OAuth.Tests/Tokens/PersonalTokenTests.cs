using Gatehouse.OAuth.Tokens;

namespace Gatehouse.OAuth.Tests.Tokens;

public sealed class PersonalTokenTests
{
    [Fact]
    public void A_fresh_one_is_recognisable_and_readable_again()
    {
        var token = PersonalToken.New();

        Assert.Matches("^gth_[0-9A-Za-z]{42}$", token.Reveal());
        Assert.True(PersonalToken.TryParse(token.Reveal(), out var read));
        Assert.Equal(token, read);
        Assert.Equal(TokenHash.Of(token.Reveal()), read.Hash);
        Assert.NotEqual(token, PersonalToken.New());
    }

    [Fact]
    public void The_checksum_is_what_the_documentation_says()
    {
        // The first 32 bits of SHA-256 over all before the checksum, base 62, digits before capitals before small letters.
        Assert.True(PersonalToken.TryParse("gth_0123456789012345678901234567890123450jl9gz", out _));
    }

    [Fact]
    public void No_wrong_character_passes()
    {
        var token = PersonalToken.New().Reveal();

        Assert.All(
            Enumerable.Range(0, token.Length),
            place =>
            {
                var wrong = token[..place] + (token[place] == 'x' ? 'y' : 'x') + token[(place + 1)..];
                Assert.False(PersonalToken.TryParse(wrong, out _));
            }
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("gth_")]
    [InlineData("ghp_012345678901234567890123456789012345AAAAAA")]
    [InlineData("gth_01234567890123456789012345678901234é000000")]
    public void Anything_else_is_none(string text) => Assert.False(PersonalToken.TryParse(text, out _));

    [Fact]
    public void It_does_not_print_itself() => Assert.Equal("***", PersonalToken.New().ToString());
}
