using Gatehouse.DemoCloud.Dav;

namespace Gatehouse.DemoCloud.Objects;

/// <summary>In what calendars and address books differ.</summary>
internal interface IObjectFormat
{
    /// <summary>Whether what is deleted can be restored.</summary>
    bool HasTrash { get; }

    DavError NotFound { get; }

    DavError Duplicate { get; }

    DavError NoCollection(string uri, bool isForeign);

    string ContentTypeOf(StoredObject item);

    /// <summary>Reads a body for a collection; mends what sabre mends, refuses what it refuses.</summary>
    (ObjectDraft? Draft, DavError? Error) Read(string text, ObjectCollection collection);

    /// <summary>What follows from a change: invitations and replies. No object before means it is new, none after that it is gone.</summary>
    ObjectsState Follow(ObjectsState state, ObjectCollection collection, StoredObject? before, StoredObject? after);
}
