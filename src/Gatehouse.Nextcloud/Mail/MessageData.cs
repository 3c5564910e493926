using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.Php;

namespace Gatehouse.Nextcloud.Mail;

/// <summary>A message of a list; its tags are by label.</summary>
internal sealed record MessageData(
    long DatabaseId,
    long MailboxId,
    string? Subject,
    long? DateInt,
    AddressData[]? From,
    AddressData[]? To,
    FlagsData? Flags,
    [property: JsonConverter(typeof(MapOrNothing<Dictionary<string, TagData>>))] Dictionary<string, TagData>? Tags,
    string? MessageId,
    string? PreviewText
);
