using System.Collections.Immutable;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>MKCALENDAR, extended MKCOL and DELETE of a calendar.</summary>
internal sealed class CalendarChanges(ObjectStore store, TimeProvider time)
{
    private static readonly XName KindsName = DavNames.Cal + "supported-calendar-component-set";

    public async Task<DavError?> CreateAsync(
        DavCall call,
        XElement? body,
        string uri,
        CancellationToken cancellationToken
    )
    {
        var properties = body?.Element(DavNames.D + "set")?.Element(DavNames.D + "prop");
        var error = await store.ChangeAsync(
            state =>
            {
                if (state.Find(call.Me.Id, uri) is not null || uri is "inbox" or "outbox" or "trashbin")
                {
                    return new Step<DavError?>(
                        null,
                        DavError.Of(405, "MethodNotAllowed", "The resource you tried to create already exists") with
                        {
                            Allow = DavAnswers.Methods,
                        }
                    );
                }

                var made = CollectionPatch.Set(
                    new ObjectCollection
                    {
                        Owner = call.Me.Id,
                        Uri = uri,
                        Kinds = KindsOf(properties),
                        IsGenerated = properties?.Element(CalendarProperties.Source) is not null,
                    },
                    properties?.Elements().Where(one => one.Name != KindsName && one.Name != DavNames.ResourceType)
                        ?? []
                );
                return new Step<DavError?>(state.With(made), null);
            },
            cancellationToken
        );
        if (error is null)
        {
            await call.Response.DoneAsync(created: true);
        }

        return error;
    }

    /// <summary>The owner's goes to the trash bin; a shared one only disappears from this home.</summary>
    public async Task<DavError?> DeleteAsync(DavCall call, string uri, CancellationToken cancellationToken)
    {
        var error = await store.ChangeAsync(
            state =>
            {
                if (state.Open(call.Me.Id, uri) is not { } opened)
                {
                    return new Step<DavError?>(
                        null,
                        DavError.NotFound($"Calendar with name '{uri}' could not be found")
                    );
                }

                var calendar = opened.Collection;
                if (!opened.IsOwner)
                {
                    var shares = calendar.Shares.RemoveAll(share => share.User == call.Me.Id);
                    return new Step<DavError?>(state.With(calendar with { Shares = shares }), null);
                }

                var isFinal = calendar.Deleted is not null || call.Headers["X-NC-CalDAV-No-Trashbin"].Count > 0;
                return new Step<DavError?>(
                    isFinal
                        ? state.Without(calendar)
                        : state.With(calendar with { Deleted = time.GetUtcNow().ToUnixTimeSeconds() }),
                    null
                );
            },
            cancellationToken
        );
        if (error is null)
        {
            await call.Response.DoneAsync(created: false);
        }

        return error;
    }

    private static ImmutableArray<string> KindsOf(XElement? properties) =>
        properties?.Element(KindsName) is { } kinds
            ? [.. kinds.Elements(DavNames.Cal + "comp").Select(one => one.Attribute("name")?.Value ?? "")]
            : ["VEVENT", "VTODO"];
}
