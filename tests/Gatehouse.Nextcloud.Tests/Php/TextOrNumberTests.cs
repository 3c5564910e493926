using System.Text.Json;
using Gatehouse.Nextcloud.Search;

namespace Gatehouse.Nextcloud.Tests.Php;

/// <summary>What PHP apps write as a text or as a number.</summary>
public sealed class TextOrNumberTests
{
    [Theory]
    [InlineData("\"12:a\"", "12:a")]
    [InlineData("12", "12")]
    [InlineData("98765432109876543210", "98765432109876543210")]
    [InlineData("null", null)]
    [InlineData("false", null)]
    [InlineData("[1]", null)]
    [InlineData("{\"a\":1}", null)]
    public void It_is_read_as_a_text_or_as_nothing(string written, string? read)
    {
        var page = JsonSerializer
            .Deserialize(
                """{"ocs":{"data":{"cursor":CURSOR,"isPaginated":true}}}""".Replace(
                    "CURSOR",
                    written,
                    StringComparison.Ordinal
                ),
                UnifiedSearchJson.Default.OcsEnvelopePageData
            )!
            .Ocs!.Data!;

        Assert.Equal(read, page.Cursor);
        Assert.True(page.IsPaginated);
    }
}
