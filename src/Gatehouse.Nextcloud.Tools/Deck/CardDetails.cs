using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Deck;

/// <summary>A card with all that belongs to it.</summary>
internal sealed record CardDetails(
    CardAnswer Card,
    [property: Description("Markdown.")] string Description,
    [property: Description("The newest first.")] IReadOnlyList<CommentAnswer> Comments,
    IReadOnlyList<AttachmentAnswer> Attachments
);
