using System.Collections.Immutable;

namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>All permissions the tools know. A write permission includes the read permission of its app.</summary>
public static class NextcloudScopes
{
    /// <summary>Read notes.</summary>
    public const string NotesRead = "notes.read";

    /// <summary>Write notes.</summary>
    public const string NotesWrite = "notes.write";

    /// <summary>Read files.</summary>
    public const string FilesRead = "files.read";

    /// <summary>Write files.</summary>
    public const string FilesWrite = "files.write";

    /// <summary>All of them, in the order a consent page shows.</summary>
    public static ImmutableArray<NextcloudScope> All { get; } =
    [
        new(NotesRead, "Notes", "Read notes", "List, search and read your notes."),
        new(
            NotesWrite,
            "Notes",
            "Change notes",
            "Create, change and delete your notes, which includes reading them. Deleted notes go to the trash bin."
        ),
        new(
            FilesRead,
            "Files",
            "Read files",
            "List, search and read your files and folders, and those shared with you."
        ),
        new(
            FilesWrite,
            "Files",
            "Change files",
            "Create, change, move, copy and delete files and folders, which includes reading them. Deleted files go to the trash bin."
        ),
    ];

    /// <summary>The scope of a name, or null.</summary>
    public static NextcloudScope? Find(string name) =>
        All.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.Ordinal));
}
