using System.Text.Json.Nodes;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Activity;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Notifications;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Sharing;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Comments;

/// <summary>Comments on files.</summary>
internal sealed class CommentsApp(
    AppStore<CommentsState> store,
    DemoAppContext context,
    Shares shares,
    NotificationsApp notifications,
    ActivityApp activity
) : IDemoApp, IDemoDav, IDemoSearch, IDemoFileProperties
{
    string IDemoApp.Id => "comments";

    string IDemoSearch.Id => "comments";

    string? IDemoApp.Name => null;

    string IDemoSearch.Name => "Comments";

    public string AppId => "comments";

    public int Order => 10;

    public IEnumerable<IDavCollection> Collections =>
        [
            new CommentsCollection(
                store,
                new CommentWriting(store, context, notifications, activity),
                new CommentProperties(context.People),
                shares
            ),
        ];

    public static async Task<CommentsApp> LoadAsync(
        DemoAppContext context,
        Shares shares,
        NotificationsApp notifications,
        ActivityApp activity,
        CancellationToken cancellationToken
    )
    {
        var store = await context.Stores.OpenAsync(
            "comments",
            CommentsStoreJson.Default.CommentsState,
            () => context.SampleData ? CommentSamples.Company(context) : CommentsState.Empty,
            cancellationToken
        );
        return new CommentsApp(store, context, shares, notifications, activity);
    }

    /// <summary>The real one says it among those of Files.</summary>
    public void AddCapabilities(JsonObject capabilities, Person? person)
    {
        if (capabilities["files"] is JsonObject files)
        {
            files["comments"] = true;
        }
    }

    public void Map(IEndpointRouteBuilder routes) { }

    public object? Find(Person me, FileNode node, XName name)
    {
        var state = store.Current;
        return name == DavNames.Oc + "comments-unread"
                ? state.Of(node.Id).Count(comment => state.IsUnread(comment, me.Id))
            : name == DavNames.Oc + "comments-count" ? state.Of(node.Id).Count()
            : null;
    }

    public Task<DemoSearchAnswer> SearchAsync(Person me, DemoSearchQuery query, CancellationToken cancellationToken)
    {
        var view = shares.ViewOf(me);
        var found = store
            .Current.All.Where(comment => comment.Message.Contains(query.Term, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(comment => comment.Id)
            .Select(comment => (Comment: comment, File: view.Find(comment.FileId)))
            .Where(hit => hit.File is not null)
            .Take(query.Limit)
            .Select(hit => Hit(hit.Comment, hit.File!, query.Url));
        return Task.FromResult(new DemoSearchAnswer("Comments", found));
    }

    private DemoSearchHit Hit(Comment comment, FileNode file, string url) =>
        new(
            context.People.Find(comment.Author)?.Account.DisplayName ?? comment.Author,
            $"{comment.Message} in {file.Path.Value}",
            $"{url}/f/{file.Id}"
        )
        {
            Thumbnail = $"{url}/avatar/{comment.Author}/42",
            IsRounded = true,
        };
}
