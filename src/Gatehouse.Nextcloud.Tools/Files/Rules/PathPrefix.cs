using Gatehouse.Nextcloud.Files;

namespace Gatehouse.Nextcloud.Tools.Files.Rules;

/// <summary>A folder with all below it. To hide too much is the smaller mistake: letter case is ignored in what is hidden, and not in what is shown.</summary>
internal readonly record struct PathPrefix
{
    private readonly string path;
    private readonly StringComparison comparison;

    private PathPrefix(FilePath folder, StringComparison comparison)
    {
        path = Text(folder);
        this.comparison = comparison;
    }

    /// <summary>A folder to hide.</summary>
    public static PathPrefix Hidden(FilePath folder) => new(folder, StringComparison.OrdinalIgnoreCase);

    /// <summary>A folder to show.</summary>
    public static PathPrefix Shown(FilePath folder) => new(folder, StringComparison.Ordinal);

    /// <summary>It is this folder or something below it.</summary>
    public bool Covers(FilePath other) => IsBelow(Text(other), path);

    /// <summary>It is a folder above this one, or this one itself.</summary>
    public bool IsIn(FilePath other) => IsBelow(path, Text(other));

    private bool IsBelow(string inner, string outer) =>
        inner.StartsWith(outer, comparison)
        && (inner.Length == outer.Length || outer.Length == 0 || inner[outer.Length] == '/');

    private static string Text(FilePath path) => path.IsRoot ? "" : path.Value;
}
