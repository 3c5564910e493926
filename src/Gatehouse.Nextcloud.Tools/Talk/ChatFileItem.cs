using System.ComponentModel;
using System.Globalization;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Talk;
using Gatehouse.Nextcloud.Tools.Files.Rules;

namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>A file in a message.</summary>
internal sealed record ChatFileItem(
    string Name,
    string FileId,
    [property: Description("Where this person has it.")] string? Path = null,
    string? MediaType = null
)
{
    /// <summary>Does the operator hide it? What does not say where it is may not be told of where something is hidden.</summary>
    public static bool IsHidden(VisibleFiles? visible, ChatFile file) =>
        visible is not { ShowsAll: true }
        && (
            visible is null
            || !FilePath.TryParse("/" + file.Path?.TrimStart('/'), out var path, out _)
            || file.Path is null
            || visible.IsHidden(path, long.TryParse(file.Id, CultureInfo.InvariantCulture, out var id) ? id : null)
        );

    public static ChatFileItem Of(ChatFile file) =>
        new(file.Name, file.Id, file.Path is { } path ? "/" + path.TrimStart('/') : null, file.MediaType);
}
