namespace Gatehouse.Nextcloud.News;

/// <summary>A subscription.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name, which the person may have changed.</param>
/// <param name="Url">Where the feed is fetched from.</param>
/// <param name="SiteUrl">The page it belongs to; null when the feed names none.</param>
/// <param name="FolderId">The folder it is in; null for none.</param>
/// <param name="Unread">How many of its articles are unread.</param>
/// <param name="Added">When it was subscribed to.</param>
/// <param name="ErrorCount">How often in a row it could not be fetched; 0 when it is well.</param>
/// <param name="LastError">Why it could not be fetched the last time; null when it is well.</param>
public sealed record Feed(
    long Id,
    string Title,
    string Url,
    string? SiteUrl,
    long? FolderId,
    int Unread,
    DateTimeOffset Added,
    int ErrorCount,
    string? LastError
)
{
    /// <summary>The path of the feed's page below the cloud's base.</summary>
    public string WebPath => WebPathOf(Id);

    /// <summary>The path of a feed's page below the cloud's base.</summary>
    public static string WebPathOf(long id) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/index.php/apps/news/#/feed/{id}");
}
