using System.Globalization;
using Gatehouse.Nextcloud.Calendar.Ics;
using Gatehouse.Nextcloud.Calendar.Times;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Calendar;

/// <summary>
/// Nextcloud's trash bin of calendars. It answers to REPORT only (PROPFIND is 501). All methods throw <see cref="NextcloudException"/> when the
/// cloud does not do what was asked.
/// </summary>
public sealed class CalendarTrashClient(NextcloudTransport transport)
{
    /// <summary>Deleted events, or deleted tasks; the last deleted first.</summary>
    public async Task<IReadOnlyList<DeletedObject>> ListAsync(
        NextcloudAccount account,
        bool tasks,
        TimeZoneId person,
        CancellationToken cancellationToken
    )
    {
        var request = CalendarCall.ObjectsWith(
            CalendarPaths.Trash(account),
            "Listing deleted events",
            [CalendarNames.ETag, CalendarNames.Data, CalendarNames.DeletedAt, CalendarNames.DeletedFrom],
            tasks ? "VTODO" : "VEVENT",
            []
        );
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return
        [
            .. DavMultistatus
                .Read(request, answer)
                .Select(r => Read(r, tasks, person))
                .OfType<DeletedObject>()
                .OrderByDescending(d => d.DeletedAt),
        ];
    }

    /// <summary>Puts something back where it was.</summary>
    public Task RestoreAsync(NextcloudAccount account, string trashName, CancellationToken cancellationToken)
    {
        var target = CalendarPaths.Home(account) + "trashbin/restore/" + Uri.EscapeDataString(trashName);
        var request = new CloudRequest(
            CloudRequest.Move,
            CalendarPaths.Trash(account) + Uri.EscapeDataString(trashName),
            $"Restoring '{trashName}'"
        )
        {
            Headers = [new("Destination", account.Cloud.Called(target).AbsolutePath), new("Overwrite", "F")],
        };
        return transport.CallAsync(account.Login, request, cancellationToken);
    }

    private static DeletedObject? Read(DavResponse response, bool isTask, TimeZoneId person)
    {
        if (response.Text(CalendarNames.Data) is not { } data || Parsed(data) is not { } calendar)
            return null;

        var component = calendar.Components(isTask ? "VTODO" : "VEVENT").FirstOrDefault();
        var time = component?.Line("DTSTART") ?? component?.Line("DUE");
        return new(
            CalendarPaths.LastSegment(response.Href),
            isTask,
            component?.Text("SUMMARY") ?? "",
            time is null ? null : EventTime.Read(time, new ZoneTable(calendar, person)),
            MomentOf(response.Text(CalendarNames.DeletedAt)),
            response.Text(CalendarNames.DeletedFrom)
        );
    }

    private static IcsComponent? Parsed(string data)
    {
        try
        {
            return IcsReader.Read(data);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static DateTimeOffset? MomentOf(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;
}
