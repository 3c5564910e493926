using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.Device;

/// <summary>The page on which a person types the code, as an answer.</summary>
internal sealed class DeviceResult(DevicePageModel model) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        Page.WriteAsync(httpContext, DevicePage.Create(model), "Connect a device");
}
