using System.Globalization;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>Times as WebDAV writes them (RFC 9110 §5.6.7), e.g. <c>Tue, 14 Nov 2023 23:03:20 GMT</c>.</summary>
internal static class DavTime
{
    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParseExact(
            text,
            "r",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time
            : null;

    public static string Write(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture);
}
