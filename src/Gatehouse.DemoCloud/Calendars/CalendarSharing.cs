using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Objects;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>POST to a calendar: share it with people, or publish it by a link.</summary>
internal sealed class CalendarSharing(ObjectStore store, PersonDirectory people)
{
    private const string PrincipalPrefix = "principal:principals/users/";

    public async Task<DavError?> HandleAsync(
        DavCall call,
        XElement? body,
        string uri,
        CancellationToken cancellationToken
    )
    {
        var status =
            body?.Name == DavNames.Oc + "share" ? StatusCodes.Status200OK
            : body?.Name == DavNames.Cs + "publish-calendar" ? StatusCodes.Status202Accepted
            : body?.Name == DavNames.Cs + "unpublish-calendar" ? StatusCodes.Status200OK
            : 0;
        if (status == 0)
        {
            return DavAnswers.Unhandled(call.Method);
        }

        var error = await store.ChangeAsync(state => Change(state, call, body!, uri), cancellationToken);
        if (error is null)
        {
            call.Response.Headers["X-Sabre-Status"] = "everything-went-well";
            await call.Response.EmptyAsync(status);
        }

        return error;
    }

    private Step<DavError?> Change(ObjectsState state, DavCall call, XElement body, string uri)
    {
        if (state.Open(call.Me.Id, uri) is not { } opened)
        {
            return new(null, DavError.NotFound($"Calendar with name '{uri}' could not be found"));
        }

        if (!opened.IsOwner)
        {
            return new(null, ObjectResources.NoPrivilege(call));
        }

        return new(
            state.With(
                body.Name == DavNames.Oc + "share"
                    ? Shared(opened.Collection, body)
                    : opened.Collection with
                    {
                        IsPublished = body.Name == DavNames.Cs + "publish-calendar",
                    }
            ),
            null
        );
    }

    /// <summary>Addresses of nobody are passed over, as in the real one.</summary>
    private ObjectCollection Shared(ObjectCollection collection, XElement body)
    {
        foreach (var step in body.Elements())
        {
            if (PersonOf(step) is not { } person || person.Id == collection.Owner)
            {
                continue;
            }

            var others = collection.Shares.RemoveAll(share => share.User == person.Id);
            collection = collection with
            {
                Shares =
                    step.Name == DavNames.Oc + "set"
                        ? others.Add(new ObjectShare(person.Id, step.Element(DavNames.Oc + "read-write") is not null))
                        : others,
            };
        }

        return collection;
    }

    private Person? PersonOf(XElement step)
    {
        var href = step.Element(DavNames.D + "href")?.Value ?? "";
        return href.StartsWith(PrincipalPrefix, StringComparison.Ordinal)
            ? people.Find(Uri.UnescapeDataString(href[PrincipalPrefix.Length..].TrimEnd('/')))
            : null;
    }
}
