using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Objects;

/// <summary>POST to a calendar or an address book: share it with people, or publish a calendar by a link.</summary>
internal sealed class CollectionSharing(ObjectStore store, PersonDirectory people, IObjectFormat format)
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

    /// <summary>Who it is shared with, as <c>oc:invite</c>.</summary>
    public static XElement Invitations(ObjectCollection collection, PersonDirectory people) =>
        new(
            DavNames.Oc + "invite",
            collection.Shares.Select(share => new XElement(
                DavNames.Oc + "user",
                new XElement(DavNames.D + "href", $"principal:principals/users/{share.User}"),
                new XElement(DavNames.Oc + "common-name", people.Find(share.User)?.Account.DisplayName),
                new XElement(DavNames.Oc + "invite-accepted"),
                new XElement(
                    DavNames.Oc + "access",
                    new XElement(DavNames.Oc + (share.MayWrite ? "read-write" : "read"))
                )
            ))
        );

    private Step<DavError?> Change(ObjectsState state, DavCall call, XElement body, string uri)
    {
        if (state.Open(call.Me.Id, uri) is not { } opened)
        {
            return new(null, format.NoCollection(uri, isForeign: true));
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
