using Gatehouse.Nextcloud.Files;

namespace Gatehouse.Nextcloud.Tools.Files.Rules;

/// <summary>Files that another app tells of by the way: in a chat, on a card.</summary>
internal static class ToldFiles
{
    /// <summary>Does the operator hide it? What does not say where it is may not be told of where something is hidden.</summary>
    /// <param name="visible">What may be seen; null when it cannot be known.</param>
    /// <param name="path">Where the file is, with or without a slash before it; null when that is not said.</param>
    /// <param name="fileId">Its id; null when that is not said.</param>
    public static bool IsHidden(VisibleFiles? visible, string? path, long? fileId) =>
        visible is null
        || (
            !visible.ShowsAll
            && (
                path is null
                || !FilePath.TryParse("/" + path.TrimStart('/'), out var file, out _)
                || visible.IsHidden(file, fileId)
            )
        );
}
