using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.OAuth.Device;

namespace Gatehouse.AspNetCore.Device;

/// <summary>RFC 8628 §3.3: where the person types the code. A link that carries it fills it in and does nothing else; nobody is asked for it.</summary>
internal sealed class DeviceEndpoint(Deployment deployment, BrowserCookie browser) : IEndpoint
{
    public const string Pattern = "/device";

    public bool IsPage => true;

    public Task<IResult> HandleAsync(HttpContext context)
    {
        browser.ReadOrSet(context);
        var text = UserCode.TryParse(context.Request.Query["user_code"], out var code) ? code.Value : "";
        return Task.FromResult<IResult>(
            new DeviceResult(new DevicePageModel(deployment.Options.Name, text, IsUnknown: false))
        );
    }
}
