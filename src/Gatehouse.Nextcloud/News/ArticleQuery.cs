namespace Gatehouse.Nextcloud.News;

/// <summary>Which articles to list. At most one of feed, folder and starred can be asked for: the API knows one place at a time.</summary>
public sealed record ArticleQuery
{
    /// <summary>Only those of this feed.</summary>
    public long? FeedId { get; init; }

    /// <summary>Only those of the feeds in this folder.</summary>
    public long? FolderId { get; init; }

    /// <summary>Only those with a star, read or not.</summary>
    public bool IsStarred { get; init; }

    /// <summary>Only those that are unread.</summary>
    public bool IsUnread { get; init; }

    /// <summary>How many at once, 1 to 200.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Only articles with a smaller id (<see cref="ArticlePage.Next"/>); null at the beginning.</summary>
    public long? Before { get; init; }
}
