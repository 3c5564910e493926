using System.Xml.Linq;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Facts;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Calendar.Scheduling;

/// <summary>RFC 6638: who a person is to others' calendars, and when others are busy. One instance serves all people.</summary>
public sealed class SchedulingClient(NextcloudTransport transport, TimeProvider time)
{
    private static readonly XName addressSet = CalendarNames.CalDav + "calendar-user-address-set";
    private static readonly DavProperties asked = new(CalendarNames.DisplayName, addressSet);

    private readonly PersonCache<CalendarUser> users = new(time, TimeSpan.FromMinutes(10));

    /// <summary>The person's own addresses, kept for ten minutes.</summary>
    /// <exception cref="NextcloudException">The call failed.</exception>
    public ValueTask<CalendarUser> WhoAsync(NextcloudAccount account, CancellationToken cancellationToken) =>
        users.GetAsync(account, token => AskAsync(account, token), cancellationToken);

    /// <summary>When people are busy, the person included; nobody's titles are told. People this cloud does not know are said to be unknown.</summary>
    /// <param name="account">Who asks.</param>
    /// <param name="people">Mail addresses.</param>
    /// <param name="from">The beginning of the time.</param>
    /// <param name="to">The end of the time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<PersonBusy>> FreeBusyAsync(
        NextcloudAccount account,
        IReadOnlyList<string> people,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    )
    {
        var self = await WhoAsync(account, cancellationToken);
        var organizer =
            self.Address
            ?? throw CalendarErrors.NotPossible(
                "Nobody was asked when they are free.",
                "Nextcloud tells that only to people who have a mail address in their profile, and this account has none.",
                "Set the address in Nextcloud's personal settings first."
            );
        var request = new CloudRequest(HttpMethod.Post, CalendarPaths.Outbox(account), "Asking when people are free")
        {
            Content = CalendarCall.Ics(FreeBusyRequest.Write(organizer, people, from, to, time)),
            IsQuestion = true,
        };
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return ScheduleResponse.Read(request, answer);
    }

    private async Task<CalendarUser> AskAsync(NextcloudAccount account, CancellationToken cancellationToken)
    {
        var request = DavCall.PropFind(
            account.DavPrincipal.ToString(),
            "Asking for the person's own address",
            depth: 0,
            asked
        );
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return DavMultistatus.Read(request, answer) is [var response, ..]
            ? Read(response)
            : throw new NextcloudException(ErrorReader.Unexpected(request, "The answer names no principal."));
    }

    private static CalendarUser Read(DavResponse response)
    {
        var addresses = response
            .Elements(addressSet)
            .Where(e => e.Is(CalendarNames.Dav + "href"))
            .Select(h => h.Text.Trim().ToLowerInvariant())
            .ToList();
        var mail = addresses.Find(a =>
            a.StartsWith("mailto:", StringComparison.Ordinal) && a.Length > "mailto:".Length
        );
        return new(mail?["mailto:".Length..], response.Text(CalendarNames.DisplayName), addresses);
    }
}
