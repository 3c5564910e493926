using System.Security.Cryptography;
using Gatehouse.Nextcloud.Calendar;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>A name in addresses for a new calendar: readable, and free, since names of deleted calendars stay taken for a while.</summary>
internal static class NewCalendarName
{
    public static CalendarName For(string title)
    {
        var words = string.Concat(
            title.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-').Take(40)
        );
        var slug = string.Join('-', words.Split('-', StringSplitOptions.RemoveEmptyEntries));
        return CalendarName.Parse(
            $"{(slug.Length > 0 ? slug : "calendar")}-{RandomNumberGenerator.GetHexString(4, lowercase: true)}"
        );
    }
}
