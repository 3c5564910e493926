using System.ComponentModel;
using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Calendar.Events;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>Makes, names, shares and fills calendars.</summary>
[McpServerToolType]
[RequiresScope(CalendarApp.Write)]
internal sealed class CalendarWriteTools(CalendarsClient calendars, EventsClient events)
{
    private const int MaxIcs = 5_000_000;

    [McpServerTool(
        Name = "set_calendar",
        Title = "Set a calendar",
        ReadOnly = false,
        Destructive = false,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("MKCALENDAR /remote.php/dav/calendars/{user}/{calendar}/", When = "without an id")]
    [Upstream("PROPPATCH /remote.php/dav/calendars/{user}/{calendar}/", When = "a title or colour of an existing one")]
    [Upstream("POST /remote.php/dav/calendars/{user}/{calendar}/", When = "shared")]
    [Upstream(
        "PUT /remote.php/dav/calendars/{user}/{calendar}/{object}",
        Most = 2000,
        When = "imported, once per event"
    )]
    [Description("Creates a calendar, or with id renames, colours, shares or fills it.")]
    public async Task<CalendarChanged> SetAsync(
        RequestContext<CallToolRequestParams> request,
        IProgress<ProgressNotificationValue> progress,
        [Description("Of an existing one.")] string? id = null,
        [Description("Title.")] string? title = null,
        [Description("#rrggbb")] string? color = null,
        [Description("For tasks.")] bool tasks = false,
        [Description("User id, or group:ID.")] string? shareWith = null,
        [Description("Default read.")] CalendarAccess? access = null,
        [Description("iCalendar text.")] string? import = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var draft = new CalendarDraft
        {
            Title = title is null ? null : Arguments.NotEmpty("title", CalendarArguments.Text("title", title)!),
            Color = ColorOf(color),
            IsForTasks = tasks,
        };
        CalendarName? existing = id is null ? null : CalendarArguments.Calendar("id", id);
        var with = ShareeOf(shareWith);
        Check(import);

        var name = existing ?? NewCalendarName.For(Arguments.NotEmpty("title", title ?? ""));
        if (existing is null)
            await calendars.CreateAsync(account, name, draft, cancellationToken);
        else if (draft is not { Title: null, Color: null })
            await calendars.ChangeAsync(account, name, draft, cancellationToken);
        else if (with is null && import is null)
            throw Arguments.Bad("title", "Nothing is to be changed: give a title, a color, shareWith or import.");

        if (with is { } sharee)
            await ShareAsync(account, name, sharee, access ?? CalendarAccess.Read, cancellationToken);
        if (import is null)
            return new(name.ToString());

        var result = await events.ImportAsync(
            account,
            name,
            import,
            new ImportProgressReport(progress),
            cancellationToken
        );
        return CalendarChanged.Of(name, result);
    }

    private Task ShareAsync(
        NextcloudAccount account,
        CalendarName name,
        CalendarSharee with,
        CalendarAccess access,
        CancellationToken cancellationToken
    )
    {
        bool? mayWrite = access == CalendarAccess.None ? null : access == CalendarAccess.Write;
        return calendars.ShareAsync(account, name, with, mayWrite, cancellationToken);
    }

    private void Check(string? import)
    {
        if (import is { Length: > MaxIcs })
            throw Arguments.Bad("import", $"It has more than {MaxIcs} characters; import it in parts.");
        try
        {
            if (import is not null)
                events.CheckImport(import);
        }
        catch (FormatException exception)
        {
            throw Arguments.Bad("import", exception.Message);
        }
    }

    private static CalendarSharee? ShareeOf(string? text)
    {
        if (text is null)
            return null;

        return CalendarSharee.TryParse(text, out var sharee)
            ? sharee
            : throw Arguments.Bad("shareWith", "It is no user id, and no group:ID.");
    }

    private static string? ColorOf(string? color) =>
        color is null || (color is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit))
            ? color
            : throw Arguments.Bad("color", "It must be as #00679e.");
}
