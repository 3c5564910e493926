using System.Globalization;
using Gatehouse.Nextcloud.Contacts.VCards;

namespace Gatehouse.Nextcloud.Contacts;

/// <summary>BDAY in its many forms: with dashes, without, without a year (Apple writes 1604 for it), with a time.</summary>
internal static class ContactBirthday
{
    private const string OmittedYear = "1604";

    public static string? Read(VCardLine? line)
    {
        if (line is null)
            return null;

        var digits = line.Value.Trim().Split('T')[0];
        if (digits.StartsWith("--", StringComparison.Ordinal))
        {
            var day = digits.Replace("-", "", StringComparison.Ordinal);
            return day.Length == 4 ? $"--{day[..2]}-{day[2..]}" : digits;
        }

        var isYearless =
            line.Parameters.Any(p => p.Key == "X-APPLE-OMIT-YEAR" && p.Value == OmittedYear)
            && digits.StartsWith(OmittedYear, StringComparison.Ordinal);
        var compact = digits.Replace("-", "", StringComparison.Ordinal);
        if (compact.Length != 8 || !compact.All(char.IsAsciiDigit))
            return digits.Length == 0 ? null : digits;

        return isYearless ? $"--{compact[4..6]}-{compact[6..]}" : $"{compact[..4]}-{compact[4..6]}-{compact[6..]}";
    }

    /// <summary>Writes <c>2001-12-31</c> or <c>--12-31</c>; nothing removes it. The same day keeps the form it has.</summary>
    /// <exception cref="FormatException">It is no day.</exception>
    public static void Write(VCard card, string birthday)
    {
        if (birthday.Length > 0 && birthday == Read(card.First("BDAY")))
            return;

        card.Set("BDAY", value: null);
        if (birthday.Length == 0)
            return;

        var isYearless = birthday.StartsWith("--", StringComparison.Ordinal);
        // A leap year, so that 29 February is a day.
        var whole = isYearless ? $"{OmittedYear}-{birthday[2..]}" : birthday;
        if (
            !DateOnly.TryParseExact(whole, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        )
            throw new FormatException($"'{birthday}' is no birthday: write 2001-12-31, or --12-31 without a year.");

        if (card.IsVersion4)
            card.Add("BDAY", isYearless ? "--" + Digits(day, "MMdd") : Digits(day, "yyyyMMdd"));
        else if (isYearless)
            card.Add("BDAY", whole, $"X-APPLE-OMIT-YEAR={OmittedYear}");
        else
            card.Add("BDAY", whole);
    }

    private static string Digits(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
