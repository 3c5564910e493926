using System.Globalization;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Search;

namespace Gatehouse.Nextcloud.Tools.Files.Rules;

/// <summary>The operator's rules for what the unified search finds: files are found there, too, and what is said about them.</summary>
internal static class FileHits
{
    private static readonly HashSet<string> aboutFiles = new(StringComparer.Ordinal)
    {
        "files",
        "comments",
        "fulltextsearch",
        "recommendations",
        "systemtags",
    };

    /// <summary>May it be shown? What is about a file, and does not say about which, may not where something is hidden.</summary>
    public static bool IsVisible(VisibleFiles files, string provider, SearchHit hit)
    {
        if (files.ShowsAll)
            return true;
        if (FilePath.TryParse(hit.Attributes.GetValueOrDefault("path"), out var path, out _))
            return !files.IsHidden(path, IdOf(hit));

        return !aboutFiles.Contains(provider) && hit.Link?.Contains("/f/", StringComparison.Ordinal) != true;
    }

    private static long? IdOf(SearchHit hit) =>
        long.TryParse(
            hit.Attributes.GetValueOrDefault("fileId"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var id
        )
            ? id
            : null;
}
