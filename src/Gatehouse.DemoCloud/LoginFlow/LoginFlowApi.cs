using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Hosting;

namespace Gatehouse.DemoCloud.LoginFlow;

/// <summary>What a client calls: start a flow, poll for its end.</summary>
internal sealed class LoginFlowApi(Flows flows, Announcement announcement)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapPost("/login/v2", InitAsync);
        _ = routes.MapPost("/login/v2/poll", PollAsync);
    }

    private Task InitAsync(HttpContext context)
    {
        var client = context.Request.Headers.UserAgent.ToString();
        var flow = flows.Start(client.Length == 0 ? "unknown" : client);
        return context.Response.JsonAsync(
            StatusCodes.Status200OK,
            new JsonObject
            {
                ["poll"] = new JsonObject
                {
                    ["token"] = flow.PollToken,
                    ["endpoint"] = announcement.Url + "/login/v2/poll",
                },
                ["login"] = $"{announcement.Url}/login/v2/flow/{flow.LoginToken}",
            }
        );
    }

    private async Task PollAsync(HttpContext context)
    {
        var token = (await context.FormAsync())["token"].ToString();
        if (flows.Take(token) is not { } flow)
        {
            await context.Response.JsonAsync(StatusCodes.Status404NotFound, new JsonArray());
            return;
        }

        await context.Response.JsonAsync(
            StatusCodes.Status200OK,
            new JsonObject
            {
                ["server"] = announcement.Url,
                ["loginName"] = flow.LoginName,
                ["appPassword"] = flow.AppPassword,
            }
        );
    }
}
