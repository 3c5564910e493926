using System.Text.Json.Nodes;
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

    public static JsonObject Find(ObjectStore store, Person me, string kind, string name, DemoSearchQuery query)
    {
        var found = store
            .Current.HomeOf(me.Id)
            .Where(opened => opened.Collection.Deleted is null)
            .SelectMany(opened => opened.Collection.Objects.Select(item => (opened.Uri, Item: item)))
            .Where(one => one.Item.Kind == kind && Holds(Main(one.Item), query.Term))
            .Skip(query.Cursor)
            .Take(query.Limit)
            .Select(JsonNode (one) => Entry(one.Uri, one.Item, query.Url))
            .ToArray();
        return new JsonObject
        {
            ["name"] = name,
            ["isPaginated"] = true,
            ["cursor"] = query.Cursor + found.Length,
            ["entries"] = new JsonArray(found),
        };
    }

    private static VObject Main(StoredObject item) =>
        item.Kind == "VCARD" ? item.Parsed : item.Parsed.Components.First();

    private static bool Holds(VObject component, string term) =>
        component.Properties.Exists(property =>
            Searched.Contains(property.Name) && property.Value.Contains(term, StringComparison.OrdinalIgnoreCase)
        );

    private static JsonObject Entry(string uri, StoredObject item, string url)
    {
        var main = Main(item);
        return new JsonObject
        {
            ["thumbnailUrl"] = "",
            ["title"] = main.Value("SUMMARY") ?? main.Value("FN") ?? "",
            ["subline"] = main.Value("DTSTART") ?? main.Value("DUE") ?? main.Value("EMAIL") ?? "",
            ["resourceUrl"] = item.Kind switch
            {
                "VEVENT" => $"{url}/apps/calendar/dayGridMonth/now",
                "VTODO" => $"{url}/apps/tasks/calendars/{uri}/tasks/{item.Name}",
                _ => $"{url}/apps/contacts/All%20contacts/{item.Uid}~{uri}",
            },
            ["icon"] = item.Kind switch
            {
                "VEVENT" => "icon-calendar-dark",
                "VTODO" => "icon-checkmark",
                _ => "icon-contacts-dark",
            },
            ["rounded"] = item.Kind == "VCARD",
            ["attributes"] = new JsonArray(),
        };
    }
}
