using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Authentication;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Ocs;

/// <summary>A client's own app password: make, rotate, confirm, give back.</summary>
internal static class AppPasswordEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/ocs/{version}/core/getapppassword", OcsGuard.For(CreateAsync));
        _ = routes.MapDelete("/ocs/{version}/core/apppassword", OcsGuard.For(RevokeAsync));
        _ = routes.MapPost("/ocs/{version}/core/apppassword/rotate", OcsGuard.For(RotateAsync));
        _ = routes.MapPut("/ocs/{version}/core/apppassword/confirm", OcsGuard.For(ConfirmAsync));
        _ = routes.MapPost(
            "/core/wipe/check",
            context => context.Response.JsonAsync(StatusCodes.Status404NotFound, new JsonArray())
        );
    }

    private static async Task CreateAsync(HttpContext context, Person me)
    {
        if (context.Caller().AppPassword is not null)
        {
            await context.OcsAsync(403, 403, "You cannot request an new apppassword with an apppassword");
            return;
        }

        var name = context.Request.Headers.UserAgent.ToString();
        var secret = await me.AppPasswords.CreateAsync(name, context.RequestAborted);
        await context.OcsAsync(new JsonObject { ["apppassword"] = secret });
    }

    private static async Task RevokeAsync(HttpContext context, Person me)
    {
        if (context.Caller().AppPassword is not { } mine)
        {
            await context.OcsAsync(403, 403, "no app password in use");
            return;
        }

        await me.AppPasswords.RevokeAsync(mine.Id, context.RequestAborted);
        await context.OcsAsync(new JsonArray());
    }

    private static async Task RotateAsync(HttpContext context, Person me)
    {
        if (context.Caller().AppPassword is not { } mine)
        {
            await context.OcsAsync(403, 403, "no app password in use");
            return;
        }

        var secret = await me.AppPasswords.RotateAsync(mine, context.RequestAborted);
        await context.OcsAsync(new JsonObject { ["apppassword"] = secret });
    }

    private static async Task ConfirmAsync(HttpContext context, Person me)
    {
        var body = await context.JsonBodyAsync();
        await (
            body?["password"]?.ToString() == me.Account.Password
                ? context.OcsAsync(new JsonObject { ["lastLogin"] = me.LastLogin })
                : context.OcsAsync(403, 403, "")
        );
    }
}
