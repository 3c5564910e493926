using System.Globalization;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.News;

/// <summary>
/// Feeds and folders of the News app, API 1-3. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.
/// </summary>
public sealed class FeedsClient(NextcloudTransport transport)
{
    /// <summary>All feeds.</summary>
    public async Task<FeedList> ListAsync(NextcloudAccount account, CancellationToken cancellationToken)
    {
        var request = NewsRequest.Of(HttpMethod.Get, "feeds", "Listing feeds");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var data = JsonAnswer.Read(request, answer, NewsJson.Default.FeedsData);
        return new([.. (data.Feeds ?? []).Select(Convert)], data.StarredCount ?? 0, data.NewestItemId);
    }

    /// <summary>All folders.</summary>
    public async Task<IReadOnlyList<FeedFolder>> ListFoldersAsync(
        NextcloudAccount account,
        CancellationToken cancellationToken
    )
    {
        var request = NewsRequest.Of(HttpMethod.Get, "folders", "Listing folders of News");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return [.. (JsonAnswer.Read(request, answer, NewsJson.Default.FoldersData).Folders ?? []).Select(Convert)];
    }

    /// <summary>
    /// Subscribes; the cloud fetches the feed at once. What is no feed, or cannot be reached from the cloud, is
    /// <see cref="NextcloudErrorKind.Refused"/>; a feed that is subscribed to already is a <see cref="NextcloudErrorKind.Conflict"/>.
    /// </summary>
    public async Task<Feed> SubscribeAsync(
        NextcloudAccount account,
        string url,
        long? folderId,
        CancellationToken cancellationToken
    )
    {
        var request = NewsRequest.Of(HttpMethod.Post, "feeds", $"Subscribing to {url}") with
        {
            Content = JsonAnswer.Content(new FeedWrite(url, folderId), NewsJson.Default.FeedWrite),
            // The feed is fetched from its site before the answer comes.
            IsTransfer = true,
        };
        try
        {
            var answer = await transport.CallAsync(account.Login, request, cancellationToken);
            var data = JsonAnswer.Read(request, answer, NewsJson.Default.FeedsData);
            return Convert(NewsRequest.One(request, data.Feeds));
        }
        catch (NextcloudException exception) when (SubscribingError(request, exception.Error) is { } error)
        {
            throw new NextcloudException(error, exception);
        }
    }

    /// <summary>Gives a feed another name.</summary>
    public Task RenameAsync(NextcloudAccount account, long id, string title, CancellationToken cancellationToken) =>
        transport.CallAsync(
            account.Login,
            NewsRequest.Of(HttpMethod.Post, Path("feeds", id, "/rename"), $"Renaming feed {id}") with
            {
                Content = JsonAnswer.Content(new FeedTitleWrite(title), NewsJson.Default.FeedTitleWrite),
            },
            cancellationToken
        );

    /// <summary>Moves a feed into a folder; null for none.</summary>
    public Task MoveAsync(NextcloudAccount account, long id, long? folderId, CancellationToken cancellationToken) =>
        transport.CallAsync(
            account.Login,
            NewsRequest.Of(HttpMethod.Post, Path("feeds", id, "/move"), $"Moving feed {id}") with
            {
                Content = JsonAnswer.Content(new FeedFolderWrite(folderId), NewsJson.Default.FeedFolderWrite),
            },
            cancellationToken
        );

    /// <summary>Ends a subscription; its articles go with it, starred ones too.</summary>
    public Task UnsubscribeAsync(NextcloudAccount account, long id, CancellationToken cancellationToken) =>
        transport.CallAsync(
            account.Login,
            NewsRequest.Of(HttpMethod.Delete, Path("feeds", id), $"Unsubscribing from feed {id}"),
            cancellationToken
        );

    /// <summary>Makes a folder. The API makes a second one of the same name, and one without a name: look before.</summary>
    public async Task<FeedFolder> CreateFolderAsync(
        NextcloudAccount account,
        string name,
        CancellationToken cancellationToken
    )
    {
        var request = NewsRequest.Of(HttpMethod.Post, "folders", $"Making the folder '{name}' of News") with
        {
            Content = JsonAnswer.Content(new FolderWrite(name), NewsJson.Default.FolderWrite),
        };
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var data = JsonAnswer.Read(request, answer, NewsJson.Default.FoldersData);
        return Convert(NewsRequest.One(request, data.Folders));
    }

    /// <summary>Gives a folder another name.</summary>
    public Task RenameFolderAsync(
        NextcloudAccount account,
        long id,
        string name,
        CancellationToken cancellationToken
    ) =>
        transport.CallAsync(
            account.Login,
            NewsRequest.Of(HttpMethod.Put, Path("folders", id), $"Renaming folder {id} of News") with
            {
                Content = JsonAnswer.Content(new FolderWrite(name), NewsJson.Default.FolderWrite),
            },
            cancellationToken
        );

    /// <summary>Deletes a folder with all subscriptions in it.</summary>
    public Task DeleteFolderAsync(NextcloudAccount account, long id, CancellationToken cancellationToken) =>
        transport.CallAsync(
            account.Login,
            NewsRequest.Of(HttpMethod.Delete, Path("folders", id), $"Deleting folder {id} of News"),
            cancellationToken
        );

    /// <summary>News says 404 with the words of its HTTP client for what it could not fetch.</summary>
    private static NextcloudError? SubscribingError(CloudRequest request, NextcloudError error) =>
        error.Kind switch
        {
            NextcloudErrorKind.NotFound => error with
            {
                Kind = NextcloudErrorKind.Refused,
                Summary = $"{request.Doing} failed: the cloud could not read a feed there.",
                NextStep = "Look for the address of the site's RSS or Atom feed and give that.",
            },
            NextcloudErrorKind.Conflict => error with
            {
                Summary = $"{request.Doing} was refused: the person is subscribed to it already.",
                NextStep = "Find it with a list of the feeds.",
            },
            _ => null,
        };

    private static string Path(string what, long id, string rest = "") =>
        string.Create(CultureInfo.InvariantCulture, $"{what}/{id}{rest}");

    private static Feed Convert(FeedData feed) =>
        new(
            feed.Id,
            feed.Title ?? "",
            feed.Url ?? "",
            feed.Link is { Length: > 0 } link ? link : null,
            feed.FolderId is > 0 ? feed.FolderId : null,
            feed.UnreadCount ?? 0,
            DateTimeOffset.FromUnixTimeSeconds(feed.Added ?? 0),
            feed.UpdateErrorCount ?? 0,
            feed.LastUpdateError is { Length: > 0 } error ? error : null
        );

    private static FeedFolder Convert(FolderData folder) => new(folder.Id, folder.Name ?? "");
}
