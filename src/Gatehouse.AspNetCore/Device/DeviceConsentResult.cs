using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.Device;

/// <summary>The consent page of a device as an answer.</summary>
internal sealed class DeviceConsentResult(DeviceConsentPageModel model) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        Page.WriteAsync(httpContext, DeviceConsentPage.Create(model), $"Allow {model.ClientName}?");
}
