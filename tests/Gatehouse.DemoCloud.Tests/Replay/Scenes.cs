using Gatehouse.DemoCloud.Hosting;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.DemoCloud.Tests.Replay;

/// <summary>What happened to the real one between two recorded exchanges, done here by the same means or by a switch.</summary>
internal static class Scenes
{
    private const string Files = "/remote.php/dav/files/alice/";
    private const string Notes = "/index.php/apps/notes/api/v1/notes";

    public static Task PrepareAsync(Recording recording, Replayer replayer)
    {
        var faults = replayer.Cloud.Faults;
        switch (recording.ToString())
        {
            case "webdav/15-propfind-depth1-props":
                return replayer.AsAliceAsync(
                    "PUT",
                    Files + "Projects/hello.txt",
                    "Version 2\n",
                    ("X-OC-MTime", "1700003000")
                );
            case "trashbin/01-list":
                return TrashAsync(replayer);
            case "versions/01-list":
                return VersionsAsync(replayer);
            case "chunked-upload/01-mkcol":
                return replayer.AsAliceAsync("MKCOL", Files + "Projects");
            case "errors/01-401-no-auth-ocs":
                return ErrorsAsync(replayer);
            case "errors/28-423-put-locked":
                faults.LockFile("alice", "locked.txt");
                break;
            case "errors/36-503-maintenance-status":
                faults.Maintenance = true;
                break;
            case "errors/41-401-disabled-user-ocs":
                faults.Maintenance = false;
                faults.DisableUser("carol");
                break;
            case "errors/44-404-app-disabled-notes":
                faults.DisableApp("notes");
                break;
            case "errors/45-2fa-account-password-ocs":
                faults.EnableApp("notes");
                faults.RequireTwoFactor("bob");
                break;
            case "errors/49-429-user-rate-limit-create-share":
                var limited = DemoCloudFault.RateLimited with
                {
                    Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-User-Id"] = "bob" },
                };
                faults.AnswerNext(1, "/ocs/v2.php/apps/files_sharing/", limited);
                break;
            case "errors/50-429-bruteforce-ocs-attempt-1":
                replayer.Cloud.ForgetFailedSignIns();
                break;
            case "notifications/04-list":
                return NotificationsAsync(replayer);
            case "search/01-providers":
                return SearchAsync(replayer);
            case "carddav/01-list-addressbooks":
                return replayer.AsAliceAsync(
                    "PUT",
                    "/remote.php/dav/addressbooks/users/alice/contacts/default",
                    "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Sabre//Sabre VObject 4.5.6//EN\r\nUID:fc00ff30\r\nFN:Leon Green\r\nEND:VCARD\r\n"
                );
            case "tasks/01-put":
                return replayer.AsAliceAsync(
                    "MKCALENDAR",
                    "/remote.php/dav/calendars/alice/tasks/",
                    """
                    <c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>
                    <c:supported-calendar-component-set><c:comp name="VTODO"/></c:supported-calendar-component-set>
                    </d:prop></d:set></c:mkcalendar>
                    """
                );
            case "shares/01-create-user-share":
            case "systemtags/01-create":
            case "comments/01-create":
                return FilesScene.MakeAsync(replayer);
            case "talk/28-share-file-in-chat":
                return FilesScene.MakeAsync(replayer);
            case "activity/01-activity-all":
                return ActivityScene.MakeAsync(replayer);
            case "activity/03-activity-none-304":
                return ActivityScene.OfCarolAsync(replayer);
            case "deck/55-attachment-upload-v1.1":
                return DeckScene.ShareAsync(replayer);
            case "deck-move/01-board":
                return DeckScene.MoveAsync(replayer);
            case "cookie-jar/01-nojar-bob-credentials-ocs-user":
                return CookieJarAsync(replayer);
            default:
                break;
        }

        return Task.CompletedTask;
    }

    /// <summary>What the administrator of the recorded one sent.</summary>
    private static async Task NotificationsAsync(Replayer replayer)
    {
        var token = TestContext.Current.CancellationToken;
        await replayer.Cloud.NotifyAsync("alice", "Backup done", "The nightly backup finished.", null, token);
        await replayer.Cloud.NotifyAsync("alice", "Hello {user}", "Rich text", "bob", token);
    }

    private static async Task ErrorsAsync(Replayer replayer)
    {
        await replayer.AsAliceAsync("PUT", Files + "locked.txt", "x");
        await replayer.AsAliceAsync("POST", Notes, """{"title":"Ideas"}""");
    }

    private static async Task TrashAsync(Replayer replayer)
    {
        await replayer.AsAliceAsync("MKCOL", Files + "Projects");
        foreach (var name in new[] { "copy.txt", "moved2.txt" })
        {
            await replayer.AsAliceAsync("PUT", Files + "Projects/" + name, "Version 2\n");
            await replayer.AsAliceAsync("DELETE", Files + "Projects/" + name);
        }
    }

    private static async Task VersionsAsync(Replayer replayer)
    {
        await replayer.AsAliceAsync("MKCOL", Files + "Projects");
        (string Modified, string Text)[] written =
        [
            ("1700000000", "Hello Nextcloud\n"),
            ("1795447163", "Hello again, Nextcloud\n"),
            ("1700001000", "Hello again, Nextcloud\n"),
            ("1700002000", "Version 2\n"),
            ("1700003000", "Version 2\n"),
        ];
        foreach (var (modified, text) in written)
        {
            var file = await replayer.AsAliceAsync("PUT", Files + "Projects/hello.txt", text, ("X-OC-MTime", modified));
            replayer.Learn("113", file!);
        }
    }

    private static async Task SearchAsync(Replayer replayer)
    {
        await replayer.AsAliceAsync("MKCOL", Files + "Projects");
        await replayer.AsAliceAsync("PUT", Files + "Projects/hello.txt", "Version 2\n");
        await replayer.AsAliceAsync("MKCOL", Files + "Projects%20copy");
        await replayer.AsAliceAsync("PUT", Files + "Projects%20copy/hello.txt", "Version 2\n");
    }

    private static async Task CookieJarAsync(Replayer replayer)
    {
        await replayer.AsAliceAsync("MKCOL", Files + "Projects");
        await replayer.AsAliceAsync("PUT", Files + "Projects/hello.txt", "Hello again, Nextcloud\n");
        await replayer.AsAliceAsync("POST", Notes, """{"title":"Ideas"}""");
    }
}
