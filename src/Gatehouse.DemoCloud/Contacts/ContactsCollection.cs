using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Objects;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Contacts;

/// <summary>CardDAV: <c>/remote.php/dav/addressbooks/users/{user}/…</c>.</summary>
internal sealed class ContactsCollection : IDavCollection
{
    private readonly AddressBooks books;
    private readonly AddressBookHome home;
    private readonly AddressBookChanges changes;
    private readonly AddressBookReports reports;
    private readonly AddressBookDownloads downloads;
    private readonly CollectionPatch patch;
    private readonly CollectionSharing sharing;
    private readonly ObjectResources objects;
    private readonly ObjectMove move;

    public ContactsCollection(ObjectStore store, PersonDirectory people, TimeProvider time)
    {
        var format = new AddressBookFormat();
        books = new AddressBooks(store, people);
        home = new AddressBookHome(books, people);
        changes = new AddressBookChanges(store, books);
        reports = new AddressBookReports(books);
        downloads = new AddressBookDownloads(books, time);
        patch = new CollectionPatch(store, format);
        sharing = new CollectionSharing(store, people, format);
        objects = new ObjectResources(store, format, time);
        move = new ObjectMove(store, format);
    }

    public string Segment => "addressbooks";

    public string Features { get; } = DavFeatures.With("oc-resource-sharing, addressbook");

    public async Task<DavError?> HandleAsync(DavCall call, CancellationToken cancellationToken)
    {
        if (call.Method == "PROPFIND")
        {
            call.TellFeatures(this);
        }

        if (call.Names is not ["users", var user, .. var path])
        {
            return DavError.NotFound("Node not found");
        }

        if (user != call.Me.Id)
        {
            return DavError.NotFound($"Addressbook with name '{path.FirstOrDefault() ?? user}' could not be found");
        }

        return path switch
        {
            [] => await AtHomeAsync(call),
            [var uri] => await AtBookAsync(call, uri, cancellationToken),
            [var uri, var name] => await AtCardAsync(call, uri, name, cancellationToken),
            _ => DavError.NotFound("Card not found"),
        };
    }

    private async Task<DavError?> AtHomeAsync(DavCall call)
    {
        var (body, error) = await DavXml.ReadAsync(call.Context.Request);
        return error is not null ? error
            : call.Method == "PROPFIND" ? await home.ListAsync(call, body)
            : DavAnswers.Unhandled(call.Method);
    }

    private async Task<DavError?> AtBookAsync(DavCall call, string uri, CancellationToken cancellationToken)
    {
        if (call.Method == "GET" && call.Context.Request.Query.ContainsKey("export"))
        {
            return await downloads.ExportAsync(call, uri);
        }

        var (body, error) = await DavXml.ReadAsync(call.Context.Request);
        return error is not null
            ? error
            : call.Method switch
            {
                "PROPFIND" => await home.ListBookAsync(call, body, uri),
                "MKCOL" => await changes.CreateAsync(call, body, uri, cancellationToken),
                "PROPPATCH" => await patch.HandleAsync(
                    call,
                    body,
                    uri,
                    $"addressbooks/users/{call.Me.Id}/{uri}",
                    cancellationToken
                ),
                "DELETE" => await changes.DeleteAsync(call, uri, cancellationToken),
                "REPORT" => await reports.HandleAsync(call, body, uri),
                "POST" => await sharing.HandleAsync(call, body, uri, cancellationToken),
                _ => DavAnswers.Unhandled(call.Method),
            };
    }

    private async Task<DavError?> AtCardAsync(
        DavCall call,
        string uri,
        string name,
        CancellationToken cancellationToken
    ) =>
        call.Method switch
        {
            "GET" when call.Context.Request.Query.ContainsKey("photo") => await downloads.PhotoAsync(call, uri, name),
            "GET" or "HEAD" => await objects.GetAsync(call, uri, name, books.Open(call.Me, uri)),
            "PUT" => await objects.PutAsync(call, uri, name, cancellationToken),
            "DELETE" => await objects.DeleteAsync(call, uri, name, cancellationToken),
            "MOVE" => DavDestination.Of(call.Context.Request) is ["addressbooks", "users", var user, var toUri, var to]
            && user == call.Me.Id
                ? await move.HandleAsync(call, (uri, name), (toUri, to), cancellationToken)
                : DavDestination.Missing(call.Context.Request),
            _ => DavAnswers.Unhandled(call.Method),
        };
}
