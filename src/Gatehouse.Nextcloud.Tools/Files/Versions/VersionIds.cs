using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Files.Versions;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files.Rules;

namespace Gatehouse.Nextcloud.Tools.Files.Versions;

/// <summary>Reads an argument that names a version.</summary>
internal static class VersionIds
{
    public static FileVersionId Of(string name, string text) =>
        FileVersionId.TryParse(text, out var id)
            ? id
            : throw Arguments.Bad(name, "It is no version. Take it from get_file, unchanged.");

    /// <summary>
    /// Where something is hidden, the version must be one of the file that is named: by its number alone, a version of any file could be read.
    /// </summary>
    public static async Task RequireOfAsync(
        FilesClient files,
        FileCall call,
        FileVersionId version,
        FilePath path,
        CancellationToken cancellationToken
    )
    {
        if (call.Files.ShowsAll)
            return;

        var entry = call.Files.Require(await files.StatAsync(call.Account, path, cancellationToken));
        if (entry.FileId != version.FileId)
            throw Arguments.Bad("version", $"It is no version of {path}. Take it from get_file, unchanged.");
    }
}
