using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.Connections;

/// <summary>The connections page as an answer.</summary>
internal sealed class ConnectionsResult(ConnectionsPageModel model) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        Page.WriteAsync(httpContext, ConnectionsPage.Create(model), $"Connected as {model.PersonName}");
}
