using Gatehouse.DemoCloud.Tests.Hosting;

namespace Gatehouse.DemoCloud.Tests.Files;

/// <summary>RFC 8144 §2.1, as the recordings' <c>Vary: Brief,Prefer</c> promises it.</summary>
public sealed class MinimalReturnTests : DemoCloudTest
{
    private const string Files = "/remote.php/dav/files/alice/";

    [Theory]
    [InlineData("return=minimal")]
    [InlineData("respond-async, Return=Minimal")]
    public async Task Properties_a_thing_has_not_are_not_named(string wish)
    {
        var answer = await AskAsync("<d:getetag/><d:nothing/>", wish);

        Assert.Contains("d:getetag", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("404", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("return=representation")]
    [InlineData("")]
    public async Task Who_does_not_wish_it_gets_them_named(string wish) =>
        Assert.Contains(
            "<d:nothing/></d:prop><d:status>HTTP/1.1 404 Not Found",
            (await AskAsync("<d:getetag/><d:nothing/>", wish)).Replace(" />", "/>", StringComparison.Ordinal),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_thing_that_has_none_of_them_is_named_all_the_same()
    {
        var answer = await AskAsync("<d:nothing/>", "return=minimal");

        Assert.Contains($"<d:href>{Files}</d:href>", answer, StringComparison.Ordinal);
        Assert.Contains("HTTP/1.1 418 ", answer, StringComparison.Ordinal);
    }

    private Task<string> AskAsync(string properties, string wish) =>
        Alice.TextAsync(
            "PROPFIND",
            Files,
            $"<d:propfind xmlns:d=\"DAV:\"><d:prop>{properties}</d:prop></d:propfind>",
            ("Depth", "0"),
            ("Prefer", wish)
        );
}
