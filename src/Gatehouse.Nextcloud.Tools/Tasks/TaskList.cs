using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Tasks;

/// <summary>A page of tasks, and the lists they are in.</summary>
internal sealed record TaskList(
    IReadOnlyList<TaskEntry> Tasks,
    [property: Description("All task lists, when no list was given.")] IReadOnlyList<TaskListItem>? Lists = null,
    [property: Description("Pass it as cursor for the next page; absent at the end.")] string? NextCursor = null
);
