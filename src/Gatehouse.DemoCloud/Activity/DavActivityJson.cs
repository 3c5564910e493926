using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Activity;

/// <summary>What a row about a calendar or an address book says, as far as it differs from one about a file.</summary>
internal sealed class DavActivityJson(PersonDirectory people, Announcement announcement)
{
    public static void AddObject(JsonObject json, DavThing thing)
    {
        json["object_type"] = thing.Kind;
        json["object_id"] = thing.CollectionId;
        json["object_name"] = "";
        json["objects"] = new JsonObject { [Id(thing)] = "" };
        json["link"] = "";
    }

    /// <summary>The collection, and what in it; who did it only where it is about the collection itself.</summary>
    public JsonObject Names(ActivityRow row, DavThing thing)
    {
        var names = new JsonObject();
        if (thing.Uid is null)
        {
            names["actor"] = new JsonObject
            {
                ["type"] = "user",
                ["id"] = row.User,
                ["name"] = people.Find(row.User)?.Account.DisplayName ?? row.User,
            };
        }

        names[thing.Kind] = new JsonObject
        {
            ["type"] = thing.Kind,
            ["id"] = Id(thing),
            ["name"] = thing.Collection,
        };
        if (thing.Uid is not null)
        {
            names[row.Type.Split('_')[0]] = Named(thing);
        }

        return names;
    }

    private JsonObject Named(DavThing thing)
    {
        var named = new JsonObject
        {
            ["type"] = thing.Kind == "calendar" ? "calendar-event" : "addressbook-contact",
            ["id"] = thing.Uid,
            ["name"] = thing.Name,
        };
        if (thing.Href is { } href)
        {
            var place = Convert.ToBase64String(Encoding.UTF8.GetBytes(href));
            named["link"] = $"{announcement.Url}/apps/calendar/edit/{place}";
        }

        return named;
    }

    private static string Id(DavThing thing) => thing.CollectionId.ToString(CultureInfo.InvariantCulture);
}
