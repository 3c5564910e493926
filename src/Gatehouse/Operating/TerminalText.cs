namespace Gatehouse.Operating;

/// <summary>What clients and people named themselves, fit for a terminal: one line, and nothing that moves the cursor.</summary>
internal static class TerminalText
{
    public static string Of(string text) =>
        string.Create(
            text.Length,
            text,
            static (safe, from) =>
            {
                for (var i = 0; i < from.Length; i++)
                {
                    safe[i] = char.IsControl(from[i]) ? '?' : from[i];
                }
            }
        );

    public static string Of(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
}
