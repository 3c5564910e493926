using System.Xml.Linq;
using Gatehouse.DemoCloud.Activity;
using Gatehouse.DemoCloud.Calendars;
using Gatehouse.DemoCloud.Collectives;
using Gatehouse.DemoCloud.Comments;
using Gatehouse.DemoCloud.Contacts;
using Gatehouse.DemoCloud.Cookbook;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Deck;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Mail;
using Gatehouse.DemoCloud.News;
using Gatehouse.DemoCloud.Notes;
using Gatehouse.DemoCloud.Notifications;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Sharing;
using Gatehouse.DemoCloud.Tables;
using Gatehouse.DemoCloud.Tags;
using Gatehouse.DemoCloud.Talk;
using Gatehouse.DemoCloud.Trash;
using Gatehouse.DemoCloud.UserStatus;
using Gatehouse.DemoCloud.Versions;

namespace Gatehouse.DemoCloud.Apps;

/// <summary>The apps of a cloud, in the order of its navigation.</summary>
internal sealed class DemoApps
{
    private readonly DemoCloudFaults faults;
    private readonly IReadOnlyList<IDemoApp> all;

    private DemoApps(DemoCloudFaults faults, IReadOnlyList<IDemoApp> all)
    {
        this.faults = faults;
        this.all = all;
    }

    /// <summary>Those that are not switched off.</summary>
    public IEnumerable<IDemoApp> Enabled => all.Where(app => !faults.IsAppDisabled(app.Id));

    /// <summary>The search providers of the apps that are not switched off.</summary>
    public IEnumerable<IDemoSearch> Searches =>
        all.OfType<IDemoSearch>().Where(search => !faults.IsAppDisabled(search.AppId)).OrderBy(search => search.Order);

    /// <summary>Writes down what calls do to files.</summary>
    public required ActivityApp Activity { get; init; }

    /// <summary>Writes down what calls do to calendars and address books.</summary>
    public required DavNews DavNews { get; init; }

    /// <summary>Knows what others share with somebody.</summary>
    public required Shares Shares { get; init; }

    /// <summary>Knows which files have which tags.</summary>
    public required TagsApp Tags { get; init; }

    /// <summary>Tells people something.</summary>
    public required NotificationsApp Notifications { get; init; }

    /// <summary>Their trees below <c>/remote.php/dav/</c>.</summary>
    public IEnumerable<IDavCollection> Collections => all.OfType<IDemoDav>().SelectMany(app => app.Collections);

    /// <summary>Makes them all; each new app is a line here.</summary>
    public static async Task<DemoApps> LoadAsync(DemoAppContext context, CancellationToken cancellationToken)
    {
        var calendars = await CalendarApp.LoadAsync(context, cancellationToken);
        var contacts = await ContactsApp.LoadAsync(context, cancellationToken);
        var notifications = await NotificationsApp.LoadAsync(context, cancellationToken);
        var shares = await Shares.LoadAsync(context, cancellationToken);
        var tags = await TagsApp.LoadAsync(context, shares, cancellationToken);
        var activity = await ActivityApp.LoadAsync(context, shares, cancellationToken);
        var deck = await DeckApp.LoadAsync(context, shares, cancellationToken);
        var talk = await TalkApp.LoadAsync(context, notifications, cancellationToken);
        return new DemoApps(
            context.Faults,
            [
                new FilesApp(shares),
                new TrashbinApp(),
                new VersionsApp(shares),
                new SharingApp(shares, new ShareTargets(deck, talk), activity, context),
                tags,
                await CommentsApp.LoadAsync(context, shares, notifications, activity, cancellationToken),
                new NotesApp(context.Faults, context.Time),
                calendars,
                new TasksApp(calendars.Store),
                contacts,
                deck,
                await TablesApp.LoadAsync(context, cancellationToken),
                await CookbookApp.LoadAsync(context, cancellationToken),
                await NewsApp.LoadAsync(context, cancellationToken),
                await MailApp.LoadAsync(context, cancellationToken),
                await CollectivesApp.LoadAsync(context, cancellationToken),
                talk,
                activity,
                notifications,
                await UserStatusApp.LoadAsync(context, cancellationToken),
            ]
        )
        {
            Activity = activity,
            DavNews = new DavNews(calendars.Store, contacts.Store, activity),
            Shares = shares,
            Tags = tags,
            Notifications = notifications,
        };
    }

    /// <summary>A property of a file that an app knows; null when none does.</summary>
    public object? FileProperty(Person me, FileNode node, XName name) =>
        all.OfType<IDemoFileProperties>()
            .Select(app => app.Find(me, node, name))
            .FirstOrDefault(value => value is not null);

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var app in all)
        {
            app.Map(routes);
        }
    }
}
