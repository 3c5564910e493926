using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Authentication;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Ocs;

/// <summary>Accounts, groups and capabilities.</summary>
internal sealed class OcsEndpoints(
    PersonDirectory people,
    SignInAttempts attempts,
    DemoApps apps,
    Announcement announcement
)
{
    private static readonly string[] EditableFields =
    [
        "displayname",
        "email",
        "additional_mail",
        "phone",
        "address",
        "website",
        "twitter",
        "bluesky",
        "fediverse",
        "organisation",
        "role",
        "headline",
        "biography",
        "profile_enabled",
        "pronouns",
    ];

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/ocs/{version}/cloud/capabilities", CapabilitiesAsync);
        _ = routes.MapGet("/ocs/{version}/cloud/user", OcsGuard.For(MeAsync));
        _ = routes.MapGet("/ocs/{version}/cloud/user/fields", OcsGuard.For(FieldsAsync));
        _ = routes.MapGet("/ocs/{version}/cloud/users", OcsGuard.For(UsersAsync));
        _ = routes.MapGet("/ocs/{version}/cloud/users/{user}", OcsGuard.For(UserAsync));
        _ = routes.MapGet("/ocs/{version}/cloud/users/{user}/groups", OcsGuard.For(GroupsAsync));
        _ = routes.MapGet("/ocs/{version}/cloud/groups/{group}/users", OcsGuard.For(MembersAsync));
        _ = routes.MapGet("/ocs/{version}/core/navigation/apps", OcsGuard.For(NavigationAsync));
    }

    private Task CapabilitiesAsync(HttpContext context)
    {
        if (OcsGuard.Refusal(context.Caller().Refusal) is not (RefusalReason.None or RefusalReason.NoCredential))
        {
            return OcsGuard.RefuseAsync(context);
        }

        var data = Capabilities.Of(context.Caller().Person, attempts.DelayMilliseconds, apps.Enabled, announcement.Url);
        context.Response.Headers.ETag = $"\"{Answers.ETagOf(data.ToJsonString())}\"";
        return context.OcsAsync(data);
    }

    private Task NavigationAsync(HttpContext context, Person me)
    {
        var entries = apps
            .Enabled.Where(app => app.Name is not null)
            .Select(JsonNode (app, order) => Navigation(app, order));
        var data = new JsonArray([.. entries]);
        context.Response.Headers.ETag = $"\"{Answers.ETagOf(data.ToJsonString())}\"";
        return context.OcsAsync(data);
    }

    private JsonObject Navigation(IDemoApp app, int order) =>
        new()
        {
            ["id"] = app.Id,
            ["name"] = app.Name,
            ["href"] = $"{announcement.Url}/apps/{app.Id}/",
            ["icon"] = $"/apps/{app.Id}/img/app.svg",
            ["order"] = order,
            ["type"] = "link",
            ["active"] = false,
            ["unread"] = 0,
            ["classes"] = "",
            ["app"] = app.Id,
            ["default"] = order == 0,
        };

    private static Task MeAsync(HttpContext context, Person me) => context.OcsAsync(UserData.Of(me));

    private static Task FieldsAsync(HttpContext context, Person me) =>
        context.OcsAsync(new JsonArray([.. EditableFields.Select(field => JsonValue.Create(field))]));

    private static Task UsersAsync(HttpContext context, Person me) =>
        context.OcsAsync(
            StatusCodes.Status403Forbidden,
            StatusCodes.Status403Forbidden,
            "Logged in account must be at least a sub admin"
        );

    private Task UserAsync(HttpContext context, Person me) =>
        people.Find(Route(context, "user")) is not { } asked ? context.OcsAsync(404, 404, "User does not exist")
        : asked == me ? context.OcsAsync(UserData.Of(me))
        : context.OcsAsync(404, OcsAnswer.NotFound, "");

    private Task GroupsAsync(HttpContext context, Person me) =>
        people.Find(Route(context, "user")) == me
            ? context.OcsAsync(new JsonObject { ["groups"] = Names(me.Account.Groups) })
            : context.OcsAsync(404, OcsAnswer.NotFound, "");

    private Task MembersAsync(HttpContext context, Person me)
    {
        var group = Route(context, "group");
        var members = people.All.Where(person => person.Account.Groups.Contains(group)).Select(person => person.Id);
        return me.Account.Groups.Contains(group)
            ? context.OcsAsync(new JsonObject { ["users"] = Names(members) })
            : context.OcsAsync(404, 404, "The requested group could not be found");
    }

    private static string Route(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => JsonValue.Create(name))]);
}
