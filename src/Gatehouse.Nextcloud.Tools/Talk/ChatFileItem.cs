using System.ComponentModel;
using System.Globalization;
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
    /// <summary>Does the operator hide it?</summary>
    public static bool IsHidden(VisibleFiles? visible, ChatFile file) =>
        ToldFiles.IsHidden(
            visible,
            file.Path,
            long.TryParse(file.Id, CultureInfo.InvariantCulture, out var id) ? id : null
        );

    public static ChatFileItem Of(ChatFile file) =>
        new(file.Name, file.Id, file.Path is { } path ? "/" + path.TrimStart('/') : null, file.MediaType);
}
