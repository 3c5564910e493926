using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.Php;

namespace Gatehouse.Nextcloud.Mail;

/// <summary>An attachment as the API writes it: its id is a number or a MIME part such as <c>2.1</c>, its name stands under one of two names.</summary>
internal sealed record AttachmentData(
    [property: JsonConverter(typeof(TextOrNumber))] string? Id,
    string? FileName,
    [property: JsonPropertyName("filename")] string? DocumentedName,
    string? Mime,
    long? Size
);
