namespace Gatehouse.Nextcloud.Contacts;

/// <summary>A postal address. Missing parts are null.</summary>
/// <param name="Street">Street and number, with post office box and addition when there are any.</param>
/// <param name="PostalCode">The postal code.</param>
/// <param name="City">The town.</param>
/// <param name="Region">State or province.</param>
/// <param name="Country">The country.</param>
/// <param name="Type">What it is for, e.g. <c>home</c>; null when not said.</param>
public sealed record PostalAddress(
    string? Street,
    string? PostalCode,
    string? City,
    string? Region,
    string? Country,
    string? Type
);
