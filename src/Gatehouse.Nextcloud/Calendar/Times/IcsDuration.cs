using System.Globalization;
using System.Text.RegularExpressions;

namespace Gatehouse.Nextcloud.Calendar.Times;

/// <summary>RFC 5545 §3.3.6: days (which may be 23 hours long) and exact seconds.</summary>
internal readonly partial record struct IcsDuration(int Days, long Seconds)
{
    public static IcsDuration? Parse(string? text)
    {
        if (text is null || Form().Match(text.Trim()) is not { Success: true } match || text.Trim() is "P" or "PT")
            return null;

        var sign = match.Groups["sign"].Value == "-" ? -1 : 1;
        var days = Number(match, "w") * 7 + Number(match, "d");
        var seconds = Number(match, "h") * 3600 + Number(match, "m") * 60 + Number(match, "s");
        return new((int)(sign * days), sign * seconds);
    }

    private static long Number(Match match, string group) =>
        long.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    [GeneratedRegex(
        "^(?<sign>[+-])?P((?<w>[0-9]{1,4})W)?((?<d>[0-9]{1,5})D)?(T((?<h>[0-9]{1,6})H)?((?<m>[0-9]{1,7})M)?((?<s>[0-9]{1,8})S)?)?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Form();
}
