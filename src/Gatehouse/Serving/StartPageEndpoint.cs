using Gatehouse.AspNetCore.Pages;
using Gatehouse.Pages;
using Gatehouse.Settings;

namespace Gatehouse.Serving;

/// <summary>The page a person sees who opens the address: how to connect each client. A client that was pointed here is told the right address.</summary>
internal sealed class StartPageEndpoint(ServerSettings settings)
{
    private readonly string url = settings.PublicUrl + "/mcp";

    public Task HandleAsync(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            ? Page.WriteAsync(
                context,
                StartPage.Create(new StartPageModel(settings.Cloud!, url, ConnectCommand.For(url))),
                "Connect your client"
            )
            : Results
                .Text(
                    $$"""{"error":"wrong_address","error_description":"The MCP endpoint of this server is {{url}}"}""",
                    "application/json",
                    statusCode: StatusCodes.Status404NotFound
                )
                .ExecuteAsync(context);
}
