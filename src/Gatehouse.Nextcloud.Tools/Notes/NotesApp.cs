using Gatehouse.Nextcloud.Notes;
using Gatehouse.Nextcloud.Tools.Apps;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gatehouse.Nextcloud.Tools.Notes;

/// <summary>The Notes app.</summary>
internal static class NotesApp
{
    public const string Read = "notes.read";
    public const string Write = "notes.write";

    public static NextcloudApp App { get; } =
        new("notes", "Notes")
        {
            Requires = "notes",
            PassesFileRules = true,
            Scopes =
            [
                new(Read, "Notes", "Read notes", "List, search and read your notes."),
                new(
                    Write,
                    "Notes",
                    "Change notes",
                    "Create, change and delete your notes, which includes reading them. Deleted notes go to the trash bin."
                ),
            ],
            Json = NotesToolsJson.Default,
            Add = (server, json) =>
            {
                server.Services.TryAddSingleton<NotesClient>();
                _ = server.WithAppTools<NotesReadTools>(json).WithAppTools<NotesWriteTools>(json);
            },
        };
}
