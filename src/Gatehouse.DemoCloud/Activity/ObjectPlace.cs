using Gatehouse.DemoCloud.Calendars;
using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Activity;

/// <summary>What a path of CalDAV or CardDAV names: a collection of somebody's home, or an object in it.</summary>
internal sealed record ObjectPlace(ObjectStore Store, string Kind, string User, string Uri, string? Name, string Href)
{
    private const string Root = "/remote.php/dav/";

    public static ObjectPlace? Of(string path, ObjectStore calendars, ObjectStore contacts) =>
        !path.StartsWith(Root, StringComparison.Ordinal)
            ? null
            : path[Root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries) switch
            {
                ["calendars", var user, var uri] => new(calendars, "calendar", user, uri, null, path),
                ["calendars", var user, var uri, var name] => new(calendars, "calendar", user, uri, name, path),
                ["addressbooks", "users", var user, var uri] => new(contacts, "addressbook", user, uri, null, path),
                ["addressbooks", "users", var user, var uri, var name] => new(
                    contacts,
                    "addressbook",
                    user,
                    uri,
                    name,
                    path
                ),
                _ => null,
            };

    /// <summary>What is there now: its version, the word for its kind, and how it is told of. Null for nothing, and for what is in the trash bin.</summary>
    public (string Version, string Word, DavThing Thing)? Look()
    {
        var state = Store.Current;
        // Whoever deletes what somebody shares with them leaves it: it is still there.
        if (
            state.Open(User, Uri) is not { Collection: { Deleted: null } collection } opened
            || (Name is null && !opened.IsOwner)
        )
        {
            return null;
        }

        var id = state.Collections.Where(one => !one.IsInbox).TakeWhile(one => one != collection).Count() + 1;
        var name = CalendarProperties.Set(collection, CalendarProperties.DisplayName) ?? collection.Uri;
        var thing = new DavThing(Kind, id, name);
        return Name is null ? ("", Kind, thing)
            : collection.Find(Name) is { } item ? (item.ETag, WordOf(item), About(thing, item))
            : null;
    }

    private static string WordOf(StoredObject item) =>
        item.Kind switch
        {
            "VEVENT" => "event",
            "VTODO" => "todo",
            "VCARD" => "card",
            var kind => kind,
        };

    private DavThing About(DavThing collection, StoredObject item)
    {
        var parsed = item.Parsed;
        var name = parsed.Value("FN") ?? parsed.Components.Select(one => one.Value("SUMMARY")).FirstOrDefault();
        return collection with { Uid = item.Uid, Name = name ?? "", Href = item.Kind == "VEVENT" ? Href : null };
    }
}
