namespace Gatehouse.Nextcloud.News;

/// <summary>An article as the API writes it.</summary>
internal sealed record ItemData(
    long Id,
    long FeedId,
    string? Title,
    string? Author,
    string? Url,
    long? PubDate,
    string? Body,
    string? EnclosureMime,
    string? EnclosureLink,
    bool Unread,
    bool Starred
);
