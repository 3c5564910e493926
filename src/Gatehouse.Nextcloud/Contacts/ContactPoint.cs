namespace Gatehouse.Nextcloud.Contacts;

/// <summary>An e-mail address, a phone number or a web address.</summary>
/// <param name="Value">The address itself.</param>
/// <param name="Type">What it is for, in small letters, e.g. <c>work</c>, <c>home</c>, <c>cell</c>, or a label of the person; null when not said.</param>
public sealed record ContactPoint(string Value, string? Type);
