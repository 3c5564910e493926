using Gatehouse.Nextcloud.Files;

namespace Gatehouse.Nextcloud.Tools.Files.Rules;

/// <summary>A folder with all below it. Letter case is ignored, because to hide too much is the smaller mistake.</summary>
internal readonly record struct PathPrefix
{
    private readonly string path;

    public PathPrefix(FilePath folder) => path = Text(folder);

    /// <summary>Reads what an operator wrote.</summary>
    /// <exception cref="FormatException">It is no path.</exception>
    public static PathPrefix Parse(string text) => new(FilePath.Parse(text));

    /// <summary>It is this folder or something below it.</summary>
    public bool Covers(FilePath other) => IsBelow(Text(other), path);

    /// <summary>It is a folder above this one, or this one itself.</summary>
    public bool IsIn(FilePath other) => IsBelow(path, Text(other));

    private static bool IsBelow(string inner, string outer) =>
        inner.StartsWith(outer, StringComparison.OrdinalIgnoreCase)
        && (inner.Length == outer.Length || outer.Length == 0 || inner[outer.Length] == '/');

    private static string Text(FilePath path) => path.IsRoot ? "" : path.Value;
}
