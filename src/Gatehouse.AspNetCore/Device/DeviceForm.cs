using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Device;

/// <summary>The pages of the device flow. What the device asks for travels sealed in the consent form, bound to the browser that typed the code.</summary>
internal sealed class DeviceForm(Deployment deployment, SealedFields fields, SignIns signIns)
{
    private const string Context = "device form";

    public IResult Consent(PendingDevice device, TokenHash browser, bool nothingChosen)
    {
        var bound = device with { Browser = browser.Value };
        var offered = ScopeSet.Parse(device.Offered);
        return new DeviceConsentResult(
            new DeviceConsentPageModel(
                deployment.Options.Name,
                device.ClientName,
                device.UserCode,
                signIns.Place,
                new ScopeSwitchesModel("may", deployment.Scopes.Of(offered), nothingChosen ? ScopeSet.Empty : offered),
                fields.Seal(bound, GatehouseJson.Default.PendingDevice, Context),
                device.SupportId,
                nothingChosen
            )
        );
    }

    /// <summary>Opens a form that was sent; null when it is not one of ours.</summary>
    public ValueTask<PendingDevice?> OpenAsync(string field, CancellationToken cancellationToken) =>
        fields.OpenAsync(field, GatehouseJson.Default.PendingDevice, Context, cancellationToken);
}
