using Gatehouse.Nextcloud.Calendar.Ics;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Calendar;

/// <summary>Objects of calendars, whatever they hold: what events and tasks have in common.</summary>
internal sealed class CalendarObjects(NextcloudTransport transport)
{
    /// <summary>Objects of one calendar by a query. What is no readable iCalendar is left out: one broken object must not hide the others.</summary>
    public async Task<IReadOnlyList<CalendarObject>> QueryAsync(
        NextcloudAccount account,
        CalendarName calendar,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return [.. DavMultistatus.Read(request, answer).Select(r => Read(calendar, r)).OfType<CalendarObject>()];
    }

    public async Task<CalendarObject> GetAsync(
        NextcloudAccount account,
        CalendarObjectId id,
        CancellationToken cancellationToken
    )
    {
        var request = new CloudRequest(HttpMethod.Get, CalendarPaths.Of(account, id), $"Reading '{id}'");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return ETagOf(answer) is { } etag
            ? new(id, etag, CalendarCall.ReadIcs(request, answer.Text))
            : throw new NextcloudException(ErrorReader.Unexpected(request, "The answer has no ETag."));
    }

    /// <summary>Reads an object to change it; when it is not as the caller knows it, it is a conflict and nothing is written.</summary>
    public async Task<CalendarObject> GetUnchangedAsync(
        NextcloudAccount account,
        CalendarObjectId id,
        ETag etag,
        CancellationToken cancellationToken
    )
    {
        var read = await GetAsync(account, id, cancellationToken);
        return read.ETag == etag ? read : throw new NextcloudException(CalendarErrors.Changed(read));
    }

    public Task<ObjectWritten> CreateAsync(
        NextcloudAccount account,
        CalendarObjectId id,
        IcsComponent calendar,
        CancellationToken cancellationToken
    ) => PutAsync(account, id, calendar, new("If-None-Match", "*"), $"Creating '{id}'", cancellationToken);

    public Task<ObjectWritten> ReplaceAsync(
        NextcloudAccount account,
        CalendarObject changed,
        CancellationToken cancellationToken
    ) =>
        PutAsync(
            account,
            changed.Id,
            changed.Calendar,
            new("If-Match", changed.ETag.Quoted),
            $"Changing '{changed.Id}'",
            cancellationToken
        );

    /// <summary>Deletes into Nextcloud's trash bin.</summary>
    public Task DeleteAsync(
        NextcloudAccount account,
        CalendarObjectId id,
        ETag etag,
        CancellationToken cancellationToken
    )
    {
        var request = new CloudRequest(HttpMethod.Delete, CalendarPaths.Of(account, id), $"Deleting '{id}'")
        {
            Headers = [new("If-Match", etag.Quoted)],
        };
        return transport.CallAsync(account.Login, request, cancellationToken);
    }

    /// <summary>Moves to another calendar by MOVE: it stays the same thing, with all its properties.</summary>
    public async Task<ObjectWritten> MoveAsync(
        NextcloudAccount account,
        CalendarObjectId id,
        CalendarName to,
        ETag etag,
        CancellationToken cancellationToken
    )
    {
        var target = new CalendarObjectId(to, id.Name);
        var request = new CloudRequest(CloudRequest.Move, CalendarPaths.Of(account, id), $"Moving '{id}' to '{to}'")
        {
            Headers =
            [
                new("Destination", account.Cloud.Called(CalendarPaths.Of(account, target)).AbsolutePath),
                new("Overwrite", "F"),
                new("If-Match", etag.Quoted),
            ],
        };
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return new(target, ETagOf(answer) ?? etag);
    }

    private async Task<ObjectWritten> PutAsync(
        NextcloudAccount account,
        CalendarObjectId id,
        IcsComponent calendar,
        KeyValuePair<string, string> condition,
        string doing,
        CancellationToken cancellationToken
    )
    {
        var request = new CloudRequest(HttpMethod.Put, CalendarPaths.Of(account, id), doing)
        {
            Headers = [condition],
            Content = CalendarCall.Ics(calendar.ToString()),
        };
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return new(id, ETagOf(answer));
    }

    private static CalendarObject? Read(CalendarName calendar, DavResponse response)
    {
        if (
            !ETag.TryParse(response.Text(CalendarNames.ETag), out var etag)
            || !CalendarObjectId.TryParse($"{calendar}/{CalendarPaths.LastSegment(response.Href)}", out var id)
            || response.Text(CalendarNames.Data) is not { } data
        )
            return null;

        try
        {
            return new(id, etag, IcsReader.Read(data));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static ETag? ETagOf(CloudAnswer answer) =>
        ETag.TryParse(answer.Header("OC-ETag") ?? answer.Header("ETag"), out var etag) ? etag : null;
}
