using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Mail;

/// <summary>The flags of a message.</summary>
internal sealed record FlagsData(
    bool Seen,
    bool Flagged,
    bool Answered,
    bool Draft,
    bool HasAttachments,
    [property: JsonPropertyName("$junk")] bool Junk
);
