using System.Text.Json;

namespace Gatehouse.Nextcloud.Deck;

/// <summary>An attachment as Deck writes it; <c>extendedData</c> is an object, or an empty array.</summary>
internal sealed record AttachmentData(
    long Id,
    long CardId,
    string? Type,
    string? Data,
    string? CreatedBy,
    JsonElement ExtendedData
)
{
    public CardAttachment ToAttachment()
    {
        var more =
            ExtendedData.ValueKind == JsonValueKind.Object
                ? ExtendedData.Deserialize(DeckJson.Default.AttachmentDetails)
                : null;
        return new(
            Id,
            Type ?? "",
            Data ?? "",
            more?.Path,
            more?.Fileid,
            more?.Filesize ?? 0,
            more?.Mimetype,
            CreatedBy
        );
    }
}
