namespace Gatehouse.Nextcloud.News;

/// <summary>An article of a feed.</summary>
/// <param name="Id">Its id; larger ones were fetched later.</param>
/// <param name="FeedId">The feed it belongs to.</param>
/// <param name="Title">Its title.</param>
/// <param name="Author">Its author; null when the feed names none.</param>
/// <param name="Url">Where it is; null when the feed does not say.</param>
/// <param name="Published">When it was published; null when the feed does not say.</param>
/// <param name="Html">Its text as HTML, as the feed has it: written by strangers.</param>
/// <param name="Enclosure">The address of what is attached, such as the sound of a podcast; null for nothing.</param>
/// <param name="EnclosureType">The media type of what is attached.</param>
/// <param name="IsUnread">Not read yet.</param>
/// <param name="IsStarred">Starred.</param>
public sealed record Article(
    long Id,
    long FeedId,
    string Title,
    string? Author,
    string? Url,
    DateTimeOffset? Published,
    string Html,
    string? Enclosure,
    string? EnclosureType,
    bool IsUnread,
    bool IsStarred
);
