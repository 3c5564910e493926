using System.Globalization;
using System.Text;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Notes;

/// <summary>Reads and writes the notes of a home.</summary>
internal static class NotesFolder
{
    public const string Name = "Notes";
    private const string NewNote = "New note";
    private const int MaxNoteBytes = 8 * 1024 * 1024;

    private static readonly FilePath Folder = FilePath.Parse(Name);

    public static async Task<IReadOnlyList<Note>> ListAsync(Home home, CancellationToken cancellationToken)
    {
        var notes = new List<Note>();
        foreach (var file in home.Tree.Descendants(Folder).Where(IsNote).OrderBy(file => file.Id))
        {
            if (await ReadAsync(home, file, cancellationToken) is { } note)
            {
                notes.Add(note);
            }
        }

        return notes;
    }

    public static async Task<Note?> FindAsync(Home home, long id, CancellationToken cancellationToken) =>
        home.Tree.Find(id) is { } file && IsNote(file) ? await ReadAsync(home, file, cancellationToken) : null;

    public static async Task<Note> CreateAsync(Home home, NoteDraft draft, CancellationToken cancellationToken)
    {
        var text = draft.Content ?? "";
        var content = await WriteAsync(home, text, cancellationToken);
        var file = await home.ChangeAsync(
            tree =>
            {
                var folder = CategoryFolder(draft.Category ?? "");
                var path = FreePath(tree, folder, SafeTitle(draft.Title ?? ""), null);
                var made = home.Stamps.Written(null, path, content, draft.Modified) with
                {
                    Favorite = draft.Favorite ?? false,
                };
                return new Changed<FileNode>(WithFolders(tree, folder, home.Stamps).With(made, home.Stamps), made);
            },
            cancellationToken
        );
        return new Note(file, text);
    }

    /// <summary>Writes what the draft names, unless <paramref name="mayWrite"/> says no to the note as it is now.</summary>
    public static async Task<NoteUpdate> UpdateAsync(
        Home home,
        long id,
        NoteDraft draft,
        Func<Note, bool> mayWrite,
        CancellationToken cancellationToken
    )
    {
        var content = draft.Content is null ? null : await WriteAsync(home, draft.Content, cancellationToken);
        var note = await FindAsync(home, id, cancellationToken);
        while (note is not null && mayWrite(note))
        {
            var before = note;
            var file = await home.ChangeAsync(tree => Change(home, tree, before, draft, content), cancellationToken);
            if (file is not null)
            {
                return new NoteUpdate(new Note(file, draft.Content ?? before.Content), Conflict: false);
            }

            // Somebody wrote in between: the question is asked again about what is there now.
            note = await FindAsync(home, id, cancellationToken);
        }

        if (content is not null)
        {
            home.Contents.Delete([content.Blob]);
        }

        return new NoteUpdate(note, Conflict: note is not null);
    }

    public static Task<bool> DeleteAsync(Home home, long id, CancellationToken cancellationToken) =>
        home.ChangeAsync(
            tree =>
                tree.Find(id) is { } file && IsNote(file)
                    ? new Changed<bool>(tree.Delete(file.Path, home.Stamps), true)
                    : new Changed<bool>(null, false),
            cancellationToken
        );

    private static Changed<FileNode?> Change(Home home, FileTree tree, Note before, NoteDraft draft, Content? content)
    {
        if (tree.Find(before.Id) is not { } file || file != before.File)
        {
            return new Changed<FileNode?>(null, null);
        }

        var stamps = home.Stamps;
        var folder = draft.Category is null ? file.Path.Parent : CategoryFolder(draft.Category);
        var title = draft.Title is null ? before.Title : SafeTitle(draft.Title);
        var path = FreePath(tree, folder, title, file.Path);
        var next = WithFolders(tree, folder, stamps);
        if (path != file.Path)
        {
            next = next.Move(file.Path, path, stamps);
        }

        var written = content is null
            ? file with
            {
                Path = path,
                Modified = draft.Modified ?? file.Modified,
                Changed = stamps.Now,
            }
            : stamps.Written(file, path, content, draft.Modified) with
            {
                Path = path,
            };
        written = written with { Favorite = draft.Favorite ?? file.Favorite };
        return new Changed<FileNode?>(next.With(written, stamps), written);
    }

    private static async Task<Content> WriteAsync(Home home, string text, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await home.Contents.WriteAsync(bytes, MaxNoteBytes, cancellationToken)
            ?? throw new BadHttpRequestException("Note too large", StatusCodes.Status413PayloadTooLarge);
    }

    private static bool IsNote(FileNode file) =>
        !file.IsFolder
        && file.Path.IsUnder(Folder)
        && Path.GetExtension(file.Path.Name) is ".md" or ".txt"
        && !file.Path.Value.Contains("/.", StringComparison.Ordinal);

    private static async Task<Note?> ReadAsync(Home home, FileNode file, CancellationToken cancellationToken)
    {
        if (home.Open(file.Id) is not { } opened)
        {
            return null;
        }

        await using (opened)
        {
            using var reader = new StreamReader(opened.Bytes, Encoding.UTF8);
            return new Note(opened.Node, await reader.ReadToEndAsync(cancellationToken));
        }
    }

    private static FilePath CategoryFolder(string category) =>
        category
            .Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(Sanitize)
            .Where(name => name.Length > 0)
            .Aggregate(Folder, (folder, name) => folder.Child(name));

    private static FileTree WithFolders(FileTree tree, FilePath folder, FileStamps stamps) =>
        folder
            .Ancestors.Prepend(folder)
            .Reverse()
            .Where(path => tree.Find(path) is null)
            .Aggregate(tree, (grown, path) => grown.With(stamps.NewFolder(path), stamps));

    /// <summary>A second "Ideas" in one category becomes "Ideas (2)".</summary>
    private static FilePath FreePath(FileTree tree, FilePath folder, string title, FilePath? own)
    {
        var path = folder.Child(title + ".md");
        var number = 1;
        while (path != own && tree.Find(path) is not null)
        {
            number++;
            path = folder.Child(string.Create(CultureInfo.InvariantCulture, $"{title} ({number}).md"));
        }

        return path;
    }

    private static string SafeTitle(string title)
    {
        var safe = Sanitize(title);
        return safe.Length == 0 ? NewNote
            : safe.Length > 100 ? safe[..100].Trim()
            : safe;
    }

    private static string Sanitize(string name) =>
        string.Concat(
                name.Where(letter =>
                    !"*|/\\:\"'<>?".Contains(letter, StringComparison.Ordinal) && !char.IsControl(letter)
                )
            )
            .Trim()
            .TrimStart('.')
            .Trim();
}
