using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Pages;

namespace Gatehouse.DemoCloud.Authentication;

/// <summary>Where a person sees which apps have access and takes it back, as in the security settings of the real one.</summary>
internal static class DevicePages
{
    private const string Path = "/settings/user/security";

    public static void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet(Path, ShowAsync);
        _ = routes.MapPost(Path + "/revoke", RevokeAsync);
        _ = routes.MapGet("/apps/files", context => context.RedirectAsync(context.Request.PathBase + Path));
    }

    private static Task ShowAsync(HttpContext context)
    {
        if (context.Caller().Person is not { } me)
        {
            return context.AskToLogInAsync();
        }

        var frame = context.Frame();
        return context.PageAsync(
            StatusCodes.Status200OK,
            Devices.Create(
                new DevicesModel(
                    frame,
                    me.Account.DisplayName,
                    $"{context.Request.PathBase}{Path}/revoke",
                    $"{context.Request.PathBase}/logout?requesttoken={Uri.EscapeDataString(frame.RequestToken)}",
                    [.. me.AppPasswords.All.Reverse().Select(one => KeyValuePair.Create(one.Id, one.Name))]
                )
            )
        );
    }

    private static async Task RevokeAsync(HttpContext context)
    {
        var form = await context.FormAsync();
        if (context.Caller().Person is not { } me || !context.Caller().Session.Accepts(form["requesttoken"]))
        {
            await context.AskToLogInAsync();
            return;
        }

        await me.AppPasswords.RevokeAsync(form["id"].ToString(), context.RequestAborted);
        await context.RedirectAsync(context.Request.PathBase + Path);
    }
}
