using System.ComponentModel;
using Gatehouse.Nextcloud.Deck;

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
    public static AttachmentAnswer Of(CardAttachment attachment) =>
        new(attachment.Id, attachment.Name, attachment.Size, attachment.Path, attachment.MediaType);
}
