using System.Globalization;

namespace Gatehouse.Nextcloud.Transport;

/// <summary>RFC 9110 §10.2.3: seconds or a date.</summary>
internal static class RetryAfter
{
    public static TimeSpan? Of(CloudAnswer answer, TimeProvider time)
    {
        if (answer.Header("Retry-After") is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        if (
            !DateTimeOffset.TryParseExact(
                text,
                "r",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var date
            )
        )
            return null;

        var wait = date - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
