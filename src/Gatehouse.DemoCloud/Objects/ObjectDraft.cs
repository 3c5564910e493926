namespace Gatehouse.DemoCloud.Objects;

/// <summary>A body that may be stored.</summary>
/// <param name="Uid">Its UID, given here when it had none.</param>
/// <param name="Kind">VEVENT, VTODO, VJOURNAL or VCARD.</param>
/// <param name="Data">The text to store.</param>
/// <param name="Warning">What was mended, for the header <c>X-Sabre-Ew-Gross</c>.</param>
internal sealed record ObjectDraft(string Uid, string Kind, string Data, string? Warning);
