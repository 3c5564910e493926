using System.ComponentModel;
using Gatehouse.Nextcloud.Deck;
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
    /// <summary>Does the operator hide it? What Deck keeps itself is no file of anybody.</summary>
    public static bool IsHidden(VisibleFiles? visible, CardAttachment attachment) =>
        attachment.Type == "file" && ToldFiles.IsHidden(visible, attachment.Path, attachment.FileId);

    public static AttachmentAnswer Of(CardAttachment attachment) =>
        new(attachment.Id, attachment.Name, attachment.Size, attachment.Path, attachment.MediaType);
}
