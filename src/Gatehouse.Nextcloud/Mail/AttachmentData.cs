using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Mail;

/// <summary>An attachment as the API writes it: its id is a number or a MIME part such as <c>2.1</c>, its name stands under one of two names.</summary>
internal sealed record AttachmentData(
    JsonElement Id,
    string? FileName,
    [property: JsonPropertyName("filename")] string? DocumentedName,
    string? Mime,
    long? Size
);
