using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Calendar.Events;
using Gatehouse.Nextcloud.Calendar.Scheduling;
using Gatehouse.Nextcloud.Tools.Apps;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>Calendars, which every Nextcloud has by CalDAV, with or without the app that shows them.</summary>
internal static class CalendarApp
{
    public const string Read = "calendar.read";
    public const string Write = "calendar.write";

    public static NextcloudApp App { get; } =
        new("calendar", "Calendar")
        {
            Scopes =
            [
                new(
                    Read,
                    "Calendar",
                    "Read calendars",
                    "List and read your calendars and events, and ask when people are free."
                ),
                new(
                    Write,
                    "Calendar",
                    "Change calendars",
                    "Create, change, move, share and delete calendars and events, invite people and answer invitations, which includes reading them."
                ),
            ],
            Json = CalendarToolsJson.Default,
            Completions = [new(CalendarUri.Template, "id", Read, CalendarIds.CompleteAsync)],
            Add = (server, json) =>
            {
                server.Services.TryAddSingleton<CalendarsClient>();
                server.Services.TryAddSingleton<SchedulingClient>();
                server.Services.TryAddSingleton<EventsClient>();
                server.Services.TryAddSingleton<CalendarTrashClient>();
                server.Services.TryAddSingleton<CalendarPerson>();
                server.Services.AddSingleton<McpServerResource>(provider => new CalendarResource(
                    provider.GetRequiredService<CalendarsClient>(),
                    provider.GetRequiredService<EventsClient>()
                ));
                _ = server
                    .WithAppTools<EventReadTools>(json)
                    .WithAppTools<EventWriteTools>(json)
                    .WithAppTools<CalendarReadTools>(json)
                    .WithAppTools<CalendarWriteTools>(json);
            },
        };
}
