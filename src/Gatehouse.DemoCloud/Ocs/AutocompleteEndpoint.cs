using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Ocs;

/// <summary>Offers people and groups for a name that is typed.</summary>
internal sealed class AutocompleteEndpoint(PersonDirectory people)
{
    private const string Users = "0";
    private const string Groups = "1";

    public void Map(IEndpointRouteBuilder routes) =>
        _ = routes.MapGet("/ocs/{version}/core/autocomplete/get", OcsGuard.For(FindAsync));

    private Task FindAsync(HttpContext http, Person me)
    {
        var query = http.Request.Query;
        var text = query["search"].ToString();
        var types = query["shareTypes[]"];
        var limit = int.TryParse(query["limit"], CultureInfo.InvariantCulture, out var most) ? most : 10;
        var found = new List<JsonObject>();
        if (types.Count == 0 || types.Contains(Users))
        {
            found.AddRange(people.All.Where(person => person != me && IsMeant(person, text)).Select(Json));
        }

        if (types.Contains(Groups))
        {
            found.AddRange(me.Account.Groups.Where(group => Contains(group, text)).Select(Json));
        }

        return http.OcsAsync(new JsonArray([.. found.Take(limit)]));
    }

    private static bool IsMeant(Person person, string text) =>
        Contains(person.Id, text)
        || Contains(person.Account.DisplayName, text)
        || Contains(person.Account.Email ?? "", text);

    private static bool Contains(string name, string text) => name.Contains(text, StringComparison.OrdinalIgnoreCase);

    private static JsonObject Json(Person person) =>
        Json(person.Id, person.Account.DisplayName, "users", "icon-user", person.Account.Email ?? "");

    private static JsonObject Json(string group) => Json(group, group, "groups", "icon-group", "");

    private static JsonObject Json(string id, string label, string source, string icon, string unique) =>
        new()
        {
            ["id"] = id,
            ["label"] = label,
            ["icon"] = icon,
            ["source"] = source,
            ["status"] = "",
            ["subline"] = "",
            ["shareWithDisplayNameUnique"] = unique,
        };
}
