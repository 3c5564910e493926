using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Tasks;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Calendar;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gatehouse.Nextcloud.Tools.Tasks;

/// <summary>Tasks, which every Nextcloud has by CalDAV, with or without the app that shows them.</summary>
internal static class TasksApp
{
    public const string Read = "tasks.read";
    public const string Write = "tasks.write";

    public static NextcloudApp App { get; } =
        new("tasks", "Tasks")
        {
            Scopes =
            [
                new(Read, "Tasks", "Read tasks", "List and read your tasks."),
                new(
                    Write,
                    "Tasks",
                    "Change tasks",
                    "Create, change, complete, move and delete your tasks, which includes reading them. Deleted tasks go to the trash bin."
                ),
            ],
            Json = TasksToolsJson.Default,
            Add = (server, json) =>
            {
                server.Services.TryAddSingleton<CalendarsClient>();
                server.Services.TryAddSingleton<CalendarTrashClient>();
                server.Services.TryAddSingleton<TasksClient>();
                server.Services.TryAddSingleton<CalendarPerson>();
                _ = server.WithAppTools<TaskReadTools>(json).WithAppTools<TaskWriteTools>(json);
            },
        };
}
