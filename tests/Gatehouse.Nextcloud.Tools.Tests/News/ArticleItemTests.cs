using Gatehouse.Nextcloud.News;
using Gatehouse.Nextcloud.Tools.News;
using Gatehouse.Nextcloud.Tools.Times;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Tests.News;

public sealed class ArticleItemTests
{
    [Theory]
    [InlineData("<p>One.</p><ul><li>two</li><li>three</li></ul><p>Four</p>", "One. - two - three Four")]
    [InlineData("<p> </p>", null)]
    public void An_excerpt_is_one_line(string html, string? excerpt) =>
        Assert.Equal(
            excerpt,
            ArticleItem
                .Of(
                    CloudAddress.Parse("https://cloud.example.com"),
                    new PersonZone(TimeZoneInfo.Utc),
                    new Article(1, 2, "Title", null, null, null, html, null, null, IsUnread: true, IsStarred: false),
                    withExcerpt: true
                )
                .Excerpt
        );
}
