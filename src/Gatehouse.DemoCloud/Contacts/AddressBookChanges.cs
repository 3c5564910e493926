using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Contacts;

/// <summary>Extended MKCOL, and DELETE of an address book, which is final.</summary>
internal sealed class AddressBookChanges(ObjectStore store, AddressBooks books)
{
    public async Task<DavError?> CreateAsync(
        DavCall call,
        XElement? body,
        string uri,
        CancellationToken cancellationToken
    )
    {
        var properties = body?.Element(DavNames.D + "set")?.Element(DavNames.D + "prop");
        if (properties?.Element(DavNames.ResourceType)?.Element(DavNames.Card + "addressbook") is null)
        {
            return DavError.Of(400, "InvalidResourceType", "Unknown resourceType for this collection");
        }

        var error = await store.ChangeAsync(
            state =>
                books.Open(call.Me, uri) is not null
                    ? new Step<DavError?>(
                        null,
                        DavError.Of(405, "MethodNotAllowed", "The resource you tried to create already exists") with
                        {
                            Allow = DavAnswers.Methods,
                        }
                    )
                    : new Step<DavError?>(
                        state.With(
                            CollectionPatch.Set(
                                AddressBooks.Made(call.Me.Id, uri, name: null),
                                properties.Elements().Where(one => one.Name != DavNames.ResourceType)
                            )
                        ),
                        null
                    ),
            cancellationToken
        );
        if (error is null)
        {
            await call.Response.DoneAsync(created: true);
        }

        return error;
    }

    public async Task<DavError?> DeleteAsync(DavCall call, string uri, CancellationToken cancellationToken)
    {
        var error = await store.ChangeAsync(state => Delete(state, call, uri), cancellationToken);
        if (error is null)
        {
            await call.Response.DoneAsync(created: false);
        }

        return error;
    }

    private Step<DavError?> Delete(ObjectsState state, DavCall call, string uri)
    {
        if (books.Open(call.Me, uri) is not { } opened)
        {
            return new(null, DavError.NotFound($"Addressbook with name '{uri}' could not be found"));
        }

        if (opened.Collection.IsGenerated)
        {
            return new(null, DavError.Forbidden("This address book cannot be deleted"));
        }

        return new(
            opened.IsOwner
                ? state.Without(opened.Collection)
                : state.With(
                    opened.Collection with
                    {
                        Shares = opened.Collection.Shares.RemoveAll(share => share.User == call.Me.Id),
                    }
                ),
            null
        );
    }
}
