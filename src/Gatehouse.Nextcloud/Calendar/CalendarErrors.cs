using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Texts;

namespace Gatehouse.Nextcloud.Calendar;

/// <summary>What goes wrong before anything is sent to be written.</summary>
internal static class CalendarErrors
{
    public static NextcloudError Changed(CalendarObject now)
    {
        var component = now.Calendar.Components("VEVENT").Concat(now.Calendar.Components("VTODO")).FirstOrDefault();
        var time = component?.Value("DTSTART") ?? component?.Value("DUE");
        var title = component?.Text("SUMMARY") ?? "";
        return new(
            NextcloudErrorKind.Conflict,
            $"Changing '{now.Id}' was refused: it changed in the meantime, and nothing was written.",
            $"It is now '{Beginning.Of(title, 200)}'{(time is null ? "" : $", {time}")}.",
            "Read it again, merge the change into what is there now, and write with the current etag."
        )
        {
            CurrentETag = now.ETag,
        };
    }

    public static NextcloudError Refused(string summary, string cause, string nextStep) =>
        new(NextcloudErrorKind.Refused, summary, cause, nextStep);

    public static NextcloudException NotFound(string summary, string nextStep) =>
        new(new NextcloudError(NextcloudErrorKind.NotFound, summary, Cause: null, nextStep));

    public static NextcloudException NotPossible(string summary, string cause, string nextStep) =>
        new(Refused(summary, cause, nextStep));
}
