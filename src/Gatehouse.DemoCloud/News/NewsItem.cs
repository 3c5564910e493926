using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Errors;

namespace Gatehouse.DemoCloud.News;

/// <summary>An article.</summary>
internal sealed record NewsItem(
    long Id,
    long FeedId,
    string Url,
    string Title,
    string? Author,
    long Published,
    string Body,
    long Modified,
    bool Unread,
    bool Starred
)
{
    public JsonObject ToJson()
    {
        var fingerprint = Answers.ETagOf(Title + Url + Body);
        return new JsonObject
        {
            ["id"] = Id,
            ["guid"] = Url,
            ["guidHash"] = Answers.ETagOf(Url),
            ["url"] = Url,
            ["title"] = Title,
            ["author"] = Author,
            ["pubDate"] = Published,
            ["updatedDate"] = null,
            ["body"] = Body,
            ["enclosureMime"] = null,
            ["enclosureLink"] = null,
            ["mediaThumbnail"] = null,
            ["mediaDescription"] = null,
            ["feedId"] = FeedId,
            ["unread"] = Unread,
            ["starred"] = Starred,
            ["lastModified"] = Modified,
            ["rtl"] = false,
            ["fingerprint"] = fingerprint,
            ["contentHash"] = fingerprint,
        };
    }

    /// <summary>All of the words occur in its title or text.</summary>
    public bool Holds(IEnumerable<string> words) =>
        words.All(word =>
            Title.Contains(word, StringComparison.OrdinalIgnoreCase)
            || Body.Contains(word, StringComparison.OrdinalIgnoreCase)
        );
}
