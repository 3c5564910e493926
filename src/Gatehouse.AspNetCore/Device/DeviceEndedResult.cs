using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.Device;

/// <summary>The last page of the device flow as an answer.</summary>
internal sealed class DeviceEndedResult(DeviceEndedPageModel model) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        Page.WriteAsync(httpContext, DeviceEndedPage.Create(model), model.Title);
}
