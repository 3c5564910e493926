using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Objects;

/// <summary>Unified search over events, tasks and contacts of a home.</summary>
internal static class ObjectSearch
{
    private static readonly string[] Searched =
    [
        "SUMMARY",
        "DESCRIPTION",
        "LOCATION",
        "CATEGORIES",
        "FN",
        "EMAIL",
        "TEL",
        "NICKNAME",
        "ORG",
    ];

    public static DemoSearchAnswer Find(ObjectStore store, Person me, string kind, string name, DemoSearchQuery query)
    {
        var found = store
            .Current.HomeOf(me.Id)
            .Where(opened => opened.Collection.Deleted is null)
            .SelectMany(opened => opened.Collection.Objects.Select(item => (opened.Uri, Item: item)))
            .Where(one => one.Item.Kind == kind && Holds(Main(one.Item), query.Term))
            .Skip(query.Cursor)
            .Take(query.Limit)
            .Select(one => Hit(one.Uri, one.Item, query.Url))
            .ToArray();
        return new DemoSearchAnswer(name, found, query.Cursor + found.Length);
    }

    private static VObject Main(StoredObject item) =>
        item.Kind == "VCARD" ? item.Parsed : item.Parsed.Components.First();

    private static bool Holds(VObject component, string term) =>
        component.Properties.Exists(property =>
            Searched.Contains(property.Name) && property.Value.Contains(term, StringComparison.OrdinalIgnoreCase)
        );

    private static DemoSearchHit Hit(string uri, StoredObject item, string url)
    {
        var main = Main(item);
        return new DemoSearchHit(
            main.Value("SUMMARY") ?? main.Value("FN") ?? "",
            main.Value("DTSTART") ?? main.Value("DUE") ?? main.Value("EMAIL") ?? "",
            item.Kind switch
            {
                "VEVENT" => $"{url}/apps/calendar/dayGridMonth/now",
                "VTODO" => $"{url}/apps/tasks/calendars/{uri}/tasks/{item.Name}",
                _ => $"{url}/apps/contacts/All%20contacts/{item.Uid}~{uri}",
            }
        )
        {
            Icon = item.Kind switch
            {
                "VEVENT" => "icon-calendar-dark",
                "VTODO" => "icon-checkmark",
                _ => "icon-contacts-dark",
            },
            IsRounded = item.Kind == "VCARD",
        };
    }
}
