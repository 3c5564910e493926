using System.Xml.Linq;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Facts;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Calendar;

/// <summary>
/// A person's calendars themselves: lists, names, colours, sharing, export. All methods throw <see cref="NextcloudException"/> when the cloud does
/// not do what was asked.
/// </summary>
public sealed class CalendarsClient(NextcloudTransport transport, TimeProvider time)
{
    private readonly PersonCache<IReadOnlyList<CalendarInfo>> kept = new(time, TimeSpan.FromMinutes(1));

    /// <summary>The same as <see cref="ListAsync"/>, at most a minute old: for calls that ask all calendars for something.</summary>
    public ValueTask<IReadOnlyList<CalendarInfo>> KnownAsync(
        NextcloudAccount account,
        CancellationToken cancellationToken
    ) => kept.GetAsync(account, token => ListAsync(account, token), cancellationToken);

    /// <summary>All calendars, lists of tasks and subscriptions, those shared with the person included.</summary>
    public async Task<IReadOnlyList<CalendarInfo>> ListAsync(
        NextcloudAccount account,
        CancellationToken cancellationToken
    )
    {
        var request = DavCall.PropFind(
            CalendarPaths.Home(account),
            "Listing the calendars",
            depth: 1,
            CalendarInfoReader.Properties
        );
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return
        [
            .. DavMultistatus
                .Read(request, answer)
                .Select(r => CalendarInfoReader.Read(account.DavPrincipal.Name, r))
                .OfType<CalendarInfo>(),
        ];
    }

    /// <summary>Makes a calendar. A name that is taken is a <see cref="NextcloudErrorKind.Conflict"/>.</summary>
    public async Task CreateAsync(
        NextcloudAccount account,
        CalendarName name,
        CalendarDraft draft,
        CancellationToken cancellationToken
    )
    {
        var properties = Properties(draft);
        properties.Add(
            new XElement(
                CalendarNames.Components,
                new XElement(
                    CalendarNames.CalDav + "comp",
                    new XAttribute("name", draft.IsForTasks ? "VTODO" : "VEVENT")
                )
            )
        );
        var body = new XElement(
            CalendarNames.CalDav + "mkcalendar",
            new XElement(CalendarNames.Dav + "set", new XElement(CalendarNames.Dav + "prop", properties))
        );
        var request = CalendarCall.Xml(
            CalendarCall.MkCalendar,
            CalendarPaths.Of(account, name),
            $"Creating the calendar '{name}'",
            body
        );
        _ = await transport.CallAsync(account.Login, request, cancellationToken);
        kept.Forget(account);
    }

    /// <summary>Renames or recolours a calendar; its name in addresses stays.</summary>
    public async Task ChangeAsync(
        NextcloudAccount account,
        CalendarName name,
        CalendarDraft draft,
        CancellationToken cancellationToken
    )
    {
        var body = new XElement(
            CalendarNames.Dav + "propertyupdate",
            new XElement(CalendarNames.Dav + "set", new XElement(CalendarNames.Dav + "prop", Properties(draft)))
        );
        var request = CalendarCall.Xml(
            CalendarCall.PropPatch,
            CalendarPaths.Of(account, name),
            $"Changing the calendar '{name}'",
            body
        );
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var changed = DavMultistatus.Read(request, answer);
        if (Properties(draft).Any(p => !changed.Any(r => r.Has(p.Name))))
            throw new NextcloudException(NotChanged(request));
    }

    /// <summary>Deletes a calendar with all that is in it into Nextcloud's trash bin; one shared with the person only leaves them.</summary>
    public async Task DeleteAsync(NextcloudAccount account, CalendarName name, CancellationToken cancellationToken)
    {
        var request = new CloudRequest(
            HttpMethod.Delete,
            CalendarPaths.Of(account, name),
            $"Deleting the calendar '{name}'"
        );
        _ = await transport.CallAsync(account.Login, request, cancellationToken);
        kept.Forget(account);
    }

    /// <summary>Shares a calendar with somebody; null for <paramref name="mayWrite"/> ends it.</summary>
    public Task ShareAsync(
        NextcloudAccount account,
        CalendarName name,
        CalendarSharee with,
        bool? mayWrite,
        CancellationToken cancellationToken
    )
    {
        var href = new XElement(CalendarNames.Dav + "href", with.Href);
        var access = mayWrite switch
        {
            null => new XElement(CalendarNames.OwnCloud + "remove", href),
            true => new XElement(
                CalendarNames.OwnCloud + "set",
                href,
                new XElement(CalendarNames.OwnCloud + "read-write")
            ),
            false => new XElement(CalendarNames.OwnCloud + "set", href, new XElement(CalendarNames.OwnCloud + "read")),
        };
        var request = CalendarCall.Xml(
            HttpMethod.Post,
            CalendarPaths.Of(account, name),
            $"Sharing the calendar '{name}' with '{with}'",
            new XElement(CalendarNames.OwnCloud + "share", access)
        );
        return transport.CallAsync(account.Login, request, cancellationToken);
    }

    /// <summary>The whole calendar as one iCalendar file.</summary>
    public async Task<string> ExportAsync(
        NextcloudAccount account,
        CalendarName name,
        CancellationToken cancellationToken
    )
    {
        var path = CalendarPaths.Of(account, name).TrimEnd('/') + "?export";
        var request = new CloudRequest(HttpMethod.Get, path, $"Exporting the calendar '{name}'") { IsTransfer = true };
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        // A page in its place would be taken for a calendar.
        _ = CalendarCall.ReadIcs(request, answer.Text);
        return answer.Text;
    }

    private static List<XElement> Properties(CalendarDraft draft)
    {
        var properties = new List<XElement>();
        if (draft.Title is { } title)
            properties.Add(new XElement(CalendarNames.DisplayName, CalendarCall.XmlText(title)));
        if (draft.Color is { } color)
            properties.Add(new XElement(CalendarNames.Color, CalendarCall.XmlText(color)));
        return properties;
    }

    private static NextcloudError NotChanged(CloudRequest request) =>
        new(
            NextcloudErrorKind.Forbidden,
            $"{request.Doing} is not allowed for this account.",
            "The calendar belongs to somebody else, or Nextcloud makes it by itself.",
            "Choose a calendar of this account."
        );
}
