using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Sharing;

/// <summary>For whom something can be shared: people, the groups of who asks, and a mail address that is nobody's here.</summary>
internal sealed class ShareesEndpoints(Shares shares, PersonDirectory people)
{
    private const string Path = "/ocs/{version}/apps/files_sharing/api/v1/";
    private const int UsualPage = 200;

    private static readonly string[] others = ["remotes", "remote_groups", "emails"];
    private static readonly string[] teams = ["circles", "rooms"];

    public void Map(IEndpointRouteBuilder routes, Func<Func<HttpContext, Person, Task>, RequestDelegate> door)
    {
        _ = routes.MapGet(Path + "sharees", door(SearchAsync));
        _ = routes.MapGet(Path + "sharees_recommended", door(RecommendAsync));
    }

    private Task SearchAsync(HttpContext http, Person me)
    {
        var term = http.Request.Query["search"].ToString();
        var most = int.TryParse(http.Request.Query["perPage"], CultureInfo.InvariantCulture, out var size)
            ? size
            : UsualPage;
        var users = people.All.Where(one => one != me && NamesOf(one).Any(name => Contains(name, term))).ToList();
        var groups = me.Account.Groups.Where(group => Contains(group, term)).ToList();
        var answer = Lists(
            users.Where(one => !NamesOf(one).Any(name => Is(name, term))).Take(most).Select(Json),
            groups.Where(group => !Is(group, term)).Take(most).Select(Json),
            [.. others, "lookup", .. teams]
        );
        answer["exact"] = Lists(
            users.Where(one => NamesOf(one).Any(name => Is(name, term))).Select(Json),
            groups.Where(group => Is(group, term)).Select(Json),
            [.. others, .. teams]
        );
        if (ShareRules.IsAddress(term) && !people.All.Any(one => NamesOf(one).Any(name => Is(name, term))))
        {
            answer["exact"]!["emails"] = new JsonArray(Address(term));
        }

        answer["lookupEnabled"] = false;
        return http.OcsAsync(answer);
    }

    /// <summary>Those with whom the person shares most.</summary>
    private Task RecommendAsync(HttpContext http, Person me)
    {
        var answer = Lists([], [], others);
        answer["exact"] = Lists(Often(me, ShareKind.User), Often(me, ShareKind.Group), others);
        return http.OcsAsync(answer);
    }

    private IEnumerable<JsonNode> Often(Person me, int kind) =>
        shares
            .All.Where(share => share.Owner == me.Id && share.Kind == kind)
            .GroupBy(share => share.With!, StringComparer.Ordinal)
            .OrderByDescending(same => same.Count())
            .Select(
                JsonNode (same) =>
                    new JsonObject
                    {
                        ["count"] = same.Count(),
                        ["label"] = kind == ShareKind.User ? people.Find(same.Key)?.Account.DisplayName : same.Key,
                        ["value"] = Value(kind, same.Key),
                    }
            );

    private static JsonObject Lists(IEnumerable<JsonNode> users, IEnumerable<JsonNode> groups, string[] empty)
    {
        var lists = new JsonObject { ["users"] = new JsonArray([.. users]), ["groups"] = new JsonArray([.. groups]) };
        foreach (var name in empty)
        {
            lists[name] = new JsonArray();
        }

        return lists;
    }

    private static string[] NamesOf(Person person) =>
        [person.Id, person.Account.DisplayName, person.Account.Email ?? person.Id];

    private static bool Contains(string name, string text) => name.Contains(text, StringComparison.OrdinalIgnoreCase);

    private static bool Is(string name, string text) => name.Equals(text, StringComparison.OrdinalIgnoreCase);

    private static JsonNode Json(Person person) =>
        new JsonObject
        {
            ["label"] = person.Account.DisplayName,
            ["subline"] = "",
            ["icon"] = "icon-user",
            ["value"] = Value(ShareKind.User, person.Id),
            ["shareWithDisplayNameUnique"] = person.Account.Email ?? person.Id,
            ["status"] = new JsonArray(),
        };

    private static JsonNode Json(string group) =>
        new JsonObject { ["label"] = group, ["value"] = Value(ShareKind.Group, group) };

    private static JsonObject Address(string address) =>
        new()
        {
            ["label"] = address,
            ["uuid"] = address,
            ["value"] = Value(ShareKind.Email, address),
        };

    private static JsonObject Value(int kind, string with) => new() { ["shareType"] = kind, ["shareWith"] = with };
}
