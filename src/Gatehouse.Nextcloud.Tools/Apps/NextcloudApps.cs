using System.Collections.Immutable;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Activity;
using Gatehouse.Nextcloud.Tools.Calendar;
using Gatehouse.Nextcloud.Tools.Collectives;
using Gatehouse.Nextcloud.Tools.Contacts;
using Gatehouse.Nextcloud.Tools.Cookbook;
using Gatehouse.Nextcloud.Tools.Deck;
using Gatehouse.Nextcloud.Tools.Files;
using Gatehouse.Nextcloud.Tools.Mail;
using Gatehouse.Nextcloud.Tools.News;
using Gatehouse.Nextcloud.Tools.Notes;
using Gatehouse.Nextcloud.Tools.Notifications;
using Gatehouse.Nextcloud.Tools.Search;
using Gatehouse.Nextcloud.Tools.Sharing;
using Gatehouse.Nextcloud.Tools.Tables;
using Gatehouse.Nextcloud.Tools.Talk;
using Gatehouse.Nextcloud.Tools.Tasks;
using Gatehouse.Nextcloud.Tools.Users;
using Gatehouse.Nextcloud.Tools.UserStatus;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Apps;

/// <summary>All apps, in the order a consent page and the documents show them.</summary>
internal static class NextcloudApps
{
    public static ImmutableArray<NextcloudApp> All { get; } =
    [
        NotesApp.App,
        FilesApp.App,
        CalendarApp.App,
        TasksApp.App,
        ContactsApp.App,
        SharingApp.App,
        TalkApp.App,
        PeopleApp.App,
        NotificationsApp.App,
        ActivityApp.App,
        UserStatusApp.App,
        SearchApp.App,
        DeckApp.App,
        TablesApp.App,
        CookbookApp.App,
        NewsApp.App,
        MailApp.App,
        CollectivesApp.App,
    ];

    private static readonly ImmutableDictionary<string, NextcloudApp> byScope = All.SelectMany(app =>
            app.Scopes.Select(scope => (scope.Name, app))
        )
        .ToImmutableDictionary(pair => pair.Name, pair => pair.app, StringComparer.Ordinal);

    /// <summary>The app a tool, resource or prompt belongs to: that of the first scope it needs; null when it needs none of ours.</summary>
    public static NextcloudApp? Of(IMcpServerPrimitive primitive) =>
        AccessRule.ScopesOf(primitive) is [var scope, ..] ? byScope.GetValueOrDefault(scope) : null;
}
