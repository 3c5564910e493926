using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Contacts;

/// <summary>What sabre/dav asks of a vCard before it is stored.</summary>
internal sealed class AddressBookFormat : IObjectFormat
{
    public bool HasTrash => false;

    public DavError NotFound { get; } = DavError.NotFound("Card not found");

    public DavError Duplicate { get; } =
        DavError.BadRequest("VCard object with uid already exists in this addressbook collection.");

    public DavError NoCollection(string uri, bool isForeign) =>
        DavError.NotFound($"Addressbook with name '{uri}' could not be found");

    public string ContentTypeOf(StoredObject item) => "text/vcard; charset=utf-8";

    public (ObjectDraft? Draft, DavError? Error) Read(string text, ObjectCollection collection)
    {
        var (root, error) = VObjectReader.Read(text);
        if (root is null)
        {
            return (null, Unsupported($"This resource only supports valid vCard or jCard data. Parse error: {error}"));
        }

        if (root.Name != "VCARD")
        {
            return (null, Unsupported("This collection can only support vcard objects."));
        }

        if (root.Value("UID") is { Length: > 0 } uid)
        {
            return (new ObjectDraft(uid, "VCARD", text, null), null);
        }

        var given = Guid.NewGuid().ToString();
        root.Remove("UID");
        root.Properties.Add(VProperty.Of("UID", given));
        return (
            new ObjectDraft(
                given,
                "VCARD",
                root.ToString(),
                "vCard validation warning: vCards on CardDAV servers MUST have a UID property."
            ),
            null
        );
    }

    public ObjectsState Follow(
        ObjectsState state,
        ObjectCollection collection,
        StoredObject? before,
        StoredObject? after
    ) => state;

    private static DavError Unsupported(string message) => DavError.Of(415, "UnsupportedMediaType", message);
}
