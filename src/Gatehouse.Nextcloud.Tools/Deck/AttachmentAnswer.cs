using System.ComponentModel;
using Gatehouse.Nextcloud.Deck;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Tools.Files.Rules;

namespace Gatehouse.Nextcloud.Tools.Deck;

/// <summary>Something attached to a card.</summary>
internal sealed record AttachmentAnswer(
    long Id,
    string Name,
    long Size,
    [property: Description("The path in the files of whoever attached it.")] string? Path = null,
    string? MediaType = null
)
{
    /// <summary>Does the operator hide it? A file that does not say where it is may not be told of where something is hidden.</summary>
    public static bool IsHidden(VisibleFiles? visible, CardAttachment attachment) =>
        visible is not { ShowsAll: true }
        && attachment.Type == "file"
        && (
            visible is null
            || attachment.Path is null
            || !FilePath.TryParse("/" + attachment.Path.TrimStart('/'), out var path, out _)
            || visible.IsHidden(path, attachment.FileId)
        );

    public static AttachmentAnswer Of(CardAttachment attachment) =>
        new(attachment.Id, attachment.Name, attachment.Size, attachment.Path, attachment.MediaType);
}
