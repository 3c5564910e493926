using Gatehouse.Nextcloud.Texts;

namespace Gatehouse.Nextcloud.Tests.Texts;

public sealed class BeginningTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("four", "four")]
    [InlineData("fives", "five…")]
    [InlineData("abc\U0001F600", "abc…")]
    [InlineData("ab\U0001F600c", "ab\U0001F600…")]
    public void A_beginning_of_four_units_holds_no_half_character(string text, string expected) =>
        Assert.Equal(expected, Beginning.Of(text, 4));

    [Fact]
    public void The_mark_is_the_caller_s() => Assert.Equal("fo [more]", Beginning.Of("four", 2, " [more]"));
}
