using System.Globalization;
using Gatehouse.Nextcloud.Tools.Paging;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>Where a page of events begins: the cursor keeps the range, so that it does not move with the clock.</summary>
internal readonly record struct EventPage(DateTimeOffset From, DateTimeOffset To, int Offset)
{
    private const string Tool = "list_events";

    public string? Encode() =>
        OpaqueCursor.Encode(
            Tool,
            string.Create(CultureInfo.InvariantCulture, $"{From.ToUnixTimeSeconds()} {To.ToUnixTimeSeconds()} {Offset}")
        );

    public static EventPage? Decode(string? cursor)
    {
        if (OpaqueCursor.Decode(Tool, cursor) is not { } text)
            return null;
        if (
            text.Split(' ') is not [var from, var to, var offset]
            || !long.TryParse(from, CultureInfo.InvariantCulture, out var begins)
            || !long.TryParse(to, CultureInfo.InvariantCulture, out var ends)
            || !int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var skip)
            || Math.Max(Math.Abs(begins), Math.Abs(ends)) > 8_000_000_000
        )
            throw OpaqueCursor.Bad(Tool);

        return new(DateTimeOffset.FromUnixTimeSeconds(begins), DateTimeOffset.FromUnixTimeSeconds(ends), skip);
    }
}
