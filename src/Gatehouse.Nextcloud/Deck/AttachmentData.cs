using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.Php;

namespace Gatehouse.Nextcloud.Deck;

/// <summary>An attachment as Deck writes it.</summary>
internal sealed record AttachmentData(
    long Id,
    long CardId,
    string? Type,
    string? Data,
    string? CreatedBy,
    [property: JsonConverter(typeof(MapOrNothing<AttachmentDetails>))] AttachmentDetails? ExtendedData
)
{
    public CardAttachment ToAttachment() =>
        new(
            Id,
            Type ?? "",
            Data ?? "",
            ExtendedData?.Path,
            ExtendedData?.Fileid,
            ExtendedData?.Filesize ?? 0,
            ExtendedData?.Mimetype,
            CreatedBy
        );
}
