namespace Gatehouse.Nextcloud.Tools.Tests.Contract;

/// <summary>The errors of the apps, each in its own words.</summary>
internal static class RecordedFaults
{
    /// <summary>Of several for one route, that with the longest beginning is the app's own.</summary>
    private static readonly RecordedFault[] all =
    [
        new("not-found", "*", "/remote.php/dav/", "webdav/27-get-404"),
        new("not-found", "*", "/remote.php/dav/calendars/", "caldav/30-get-404"),
        new("not-found", "*", "/remote.php/dav/addressbooks/", "carddav/24-delete-404"),
        new("not-found", "*", "/remote.php/dav/comments/", "comments/07-other-user-404"),
        new("not-found", "*", "/remote.php/dav/trashbin/", "trashbin/03-restore-again-404"),
        new("not-found", "*", "/remote.php/dav/uploads/", "chunked-upload/12-put-into-missing-upload"),
        new("not-found", "*", "/remote.php/dav/versions/", "versions/06-list-404"),
        new("not-found", "*", "/ocs/v2.php/", "users-groups/05-user-404"),
        new("not-found", "*", "/ocs/v2.php/apps/files_sharing/", "shares/19-delete-share-404"),
        new("not-found", "POST", "/ocs/v2.php/apps/files_sharing/", "shares/07-create-share-missing-path-404"),
        new("not-found", "*", "/ocs/v2.php/apps/spreed/", "talk/08-room-404"),
        new("not-found", "*", "/ocs/v2.php/apps/spreed/api/v1/chat/", "talk/15-send-not-member-404"),
        new("not-found", "*", "/ocs/v2.php/apps/collectives/", "collectives/08-page-404"),
        new("not-found", "*", "/ocs/v2.php/apps/notifications/", "notifications/09-get-deleted-404"),
        new("not-found", "*", "/ocs/v2.php/apps/user_status/", "user-status/01-get-own-none-404"),
        new("not-found", "*", "/ocs/v2.php/apps/tables/", "tables/36-v2-404"),
        new("not-found", "*", "/index.php/apps/notes/", "notes/14-get-404"),
        new("not-found", "*", "/index.php/apps/deck/", "deck/23-card-404"),
        new("not-found", "*", "/index.php/apps/tables/", "tables/05-v1-404"),
        new("not-found", "*", "/index.php/apps/cookbook/", "cookbook/08-get-404"),
        new("not-found", "*", "/index.php/apps/news/", "news/27-feed-delete-404"),
        new("conflict", "PUT PROPPATCH", "/remote.php/dav/", "webdav/09-put-if-match-wrong-412"),
        new("conflict", "DELETE", "/remote.php/dav/", "webdav/59-delete-if-match-412"),
        new("conflict", "COPY MOVE", "/remote.php/dav/", "webdav/29-copy-overwrite-F-412"),
        new("conflict", "MKCOL", "/remote.php/dav/", "webdav/05-mkcol-existing-405"),
        new("conflict", "PUT", "/remote.php/dav/calendars/", "caldav/10-put-event-stale-if-match-412"),
        new("conflict", "MKCALENDAR", "/remote.php/dav/calendars/", "caldav/04-mkcalendar-exists-405"),
        new("conflict", "PUT", "/remote.php/dav/addressbooks/", "carddav/07-put-stale-412"),
        new("conflict", "POST", "/remote.php/dav/systemtags/", "systemtags/02-create-duplicate-409"),
        new("conflict", "PUT", "/remote.php/dav/systemtags-relations/", "systemtags/05-assign-again-409"),
        new("conflict", "PUT", "/index.php/apps/notes/", "notes/18-update-stale-if-match-412"),
        new("conflict", "POST PUT", "/index.php/apps/cookbook/", "cookbook/04-create-duplicate-409"),
        new("conflict", "POST", "/index.php/apps/news/api/v1-3/feeds", "news/10-feed-create-dup-409"),
        new("conflict", "POST", "/ocs/v2.php/apps/collectives/", "collectives/03-create-duplicate"),
        new("conflict", "POST", "/index.php/apps/deck/", "deck/38-label-create-dup"),
        new("conflict", "PUT", "/index.php/apps/deck/", "deck/30-card-assign-again"),
        new("forbidden", "*", "/remote.php/dav/", "webdav/35-move-other-user"),
        new("forbidden", "*", "/remote.php/dav/calendars/", "caldav/17-put-vtodo-into-event-calendar"),
        new("forbidden", "*", "/remote.php/dav/systemtags", "systemtags/11-delete-tag-as-user"),
        new("forbidden", "*", "/ocs/v2.php/", "errors/18-403-admin-only"),
        new("forbidden", "*", "/ocs/v2.php/apps/files_sharing/", "shares/08-create-share-bad-permissions"),
        new("forbidden", "*", "/ocs/v2.php/apps/spreed/", "talk/27-rename-as-bob-403"),
        new("forbidden", "*", "/index.php/apps/deck/", "deck/45-bob-edit-denied"),
        new("forbidden", "*", "/index.php/apps/tables/", "tables/32-v1-bob-create-row-denied"),
        new("refused", "*", "/remote.php/dav/", "webdav/13-put-invalid-name-backslash"),
        new("refused", "*", "/remote.php/dav/calendars/", "caldav/15-put-invalid-ics"),
        new("refused", "*", "/remote.php/dav/addressbooks/", "carddav/10-put-invalid"),
        new("refused", "*", "/remote.php/dav/comments/", "comments/06-too-long-400"),
        new("refused", "*", "/remote.php/dav/uploads/", "chunked-upload/05-assemble-wrong-length"),
        new("refused", "*", "/ocs/v2.php/", "users-groups/15-edit-own-quota-denied"),
        new("refused", "*", "/ocs/v2.php/apps/files_sharing/", "shares/04-create-link-share-weak-password"),
        new("refused", "*", "/ocs/v2.php/apps/spreed/", "talk/13-send-empty"),
        new("refused", "*", "/ocs/v2.php/apps/user_status/", "user-status/03-set-status-invalid-400"),
        new("refused", "*", "/ocs/v2.php/search/", "search/17-search-empty-term"),
        new("refused", "*", "/ocs/v2.php/apps/collectives/", "collectives/03-create-duplicate"),
        new("refused", "*", "/index.php/apps/notes/", "notes/30-wrong-api-version"),
        new("refused", "*", "/index.php/apps/deck/", "deck/20-card-create-empty-title"),
        new("refused", "*", "/index.php/apps/tables/", "tables/15-v1-row-create-missing-mandatory"),
        new("refused", "*", "/index.php/apps/cookbook/", "cookbook/20-import-url-unreachable"),
        new("refused", "*", "/index.php/apps/news/", "news/11-feed-create-unreachable-422"),
        new("failed", "*", "/remote.php/dav/", "webdav/48-search-bad-scope"),
        new("failed", "*", "/ocs/v2.php/", "search/05-search-deck-cards"),
        new("failed", "*", "/index.php/apps/", "cookbook/25-get-no-auth"),
        new("failed", "*", "/index.php/apps/deck/", "deck/03-boards-if-modified-since-future"),
        new("failed", "*", "/index.php/apps/tables/", "tables/14-v1-row-create-list-form"),
        new("no-app", "*", "/index.php/apps/", "errors/44-404-app-disabled-notes"),
        new("no-app", "*", "/ocs/v2.php/apps/", "misc-ocs/13-ocs-unknown-route"),
    ];

    /// <summary>Mail was not recorded (it needs a mail server): what its code says, in the form it has (JSend).</summary>
    private const string Mail = "/index.php/apps/mail/";

    /// <summary>The errors an app has for a request.</summary>
    public static IEnumerable<CloudFault> For(string method, string path) =>
        path.StartsWith(Mail, StringComparison.Ordinal) ? OfMail : Recorded(method, path);

    private static IEnumerable<CloudFault> OfMail =>
        [
            Written("not-found", 404, """{"status":"fail","data":{"message":"Message not found."}}"""),
            Written("forbidden", 403, """{"status":"fail","data":[]}"""),
            Written("refused", 400, """{"status":"fail","data":{"message":"Invalid data."}}"""),
            Written(
                "failed",
                500,
                """{"status":"error","message":"Server error","code":0,"data":{"type":"OCA\\Mail\\Exception\\ServiceException","message":"Server error","code":0,"trace":["#0 a.php(1): b()"]}}"""
            ),
        ];

    private static IEnumerable<CloudFault> Recorded(string method, string path) =>
        all.Where(fault => fault.Answers(method, path))
            .GroupBy(fault => fault.Name)
            .Select(same =>
                same.OrderByDescending(fault => (fault.Route.Length, fault.Methods != "*")).First().AtCloud()
            );

    private static CloudFault Written(string name, int status, string body) =>
        new(
            name,
            (host, method, path) => host.Cloud.Answer(method, path, status, "application/json; charset=utf-8", body)
        );
}
