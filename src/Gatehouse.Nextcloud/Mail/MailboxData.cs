using System.Text.Json;

namespace Gatehouse.Nextcloud.Mail;

/// <summary>A mailbox as the API writes it; its role is a text, or 0 for none.</summary>
internal sealed record MailboxData(
    long DatabaseId,
    long AccountId,
    string? Name,
    string? DisplayName,
    JsonElement SpecialRole,
    int? Unread
);
