namespace Gatehouse.Testing.Recordings;

/// <summary>Where the recordings are in this checkout.</summary>
public static class RecordingFolder
{
    private static readonly Lazy<string> root = new(Find);

    /// <summary>The names of the folders.</summary>
    public static IEnumerable<string> Names() =>
        Directory.GetDirectories(root.Value).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal);

    /// <summary>The files of a folder.</summary>
    public static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(Path.Combine(root.Value, folder), "*.json").Order(StringComparer.Ordinal);

    /// <summary>The file of a recording.</summary>
    public static string File(string folder, string name)
    {
        var file = Path.Combine(root.Value, folder, name + ".json");
        return System.IO.File.Exists(file)
            ? file
            : throw new FileNotFoundException(
                $"There is no recording {folder}/{name}. Look into tests/recordings/INDEX.tsv."
            );
    }

    /// <summary>The path of a file below <c>tests</c>.</summary>
    public static string InTests(string file) => Path.Combine(Path.GetDirectoryName(root.Value)!, file);

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (System.IO.File.Exists(Path.Combine(folder, "Gatehouse.slnx")))
                return Path.Combine(folder, "tests", "recordings");
        }

        throw new DirectoryNotFoundException(
            "The recordings are read from the checkout, and no folder above the test program has a Gatehouse.slnx."
        );
    }
}
