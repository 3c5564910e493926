namespace Gatehouse.Nextcloud.Calendar.Scheduling;

/// <summary>Who a person is to calendars (RFC 6638 §2.4.1).</summary>
/// <param name="Address">The mail address invitations come from; null when the profile has none: then Nextcloud sends none.</param>
/// <param name="Name">The display name.</param>
/// <param name="Addresses">All addresses, <c>mailto:</c> and others, in small letters.</param>
public sealed record CalendarUser(string? Address, string? Name, IReadOnlyList<string> Addresses)
{
    /// <summary>Is this value of an ORGANIZER or ATTENDEE the person?</summary>
    internal bool Is(string uri) => Addresses.Contains(uri.Trim().ToLowerInvariant());
}
