using System.Text.Json;

namespace Gatehouse.Nextcloud.Mail;

/// <summary>A message of a list; its tags are an object by label, or an empty list.</summary>
internal sealed record MessageData(
    long DatabaseId,
    long MailboxId,
    string? Subject,
    long? DateInt,
    AddressData[]? From,
    AddressData[]? To,
    FlagsData? Flags,
    JsonElement Tags,
    string? MessageId,
    string? PreviewText
);
