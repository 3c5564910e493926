using System.Buffers.Text;
using System.Text.Json;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Device;

/// <summary>The pages of the device flow. What the device asks for travels sealed in the consent form, bound to the browser that typed the code.</summary>
internal sealed class DeviceForm(Deployment deployment, Sealer sealer, ISignIn signIn)
{
    private const string Context = "device form";

    public IResult Consent(PendingDevice device, TokenHash browser, bool nothingChosen)
    {
        var bound = device with { Browser = browser.Value };
        var json = JsonSerializer.SerializeToUtf8Bytes(bound, GatehouseJson.Default.PendingDevice);
        var offered = ScopeSet.Parse(device.Offered);
        return new DeviceConsentResult(
            new DeviceConsentPageModel(
                deployment.Options.Name,
                device.ClientName,
                device.UserCode,
                signIn.Place,
                [.. deployment.Scopes.All.Where(scope => offered.Contains(scope.Scope))],
                Base64Url.EncodeToString(sealer.Seal(json, Context)),
                device.SupportId,
                nothingChosen
            )
        );
    }

    /// <summary>Opens a form that was sent; null when it is not one of ours.</summary>
    public async ValueTask<PendingDevice?> OpenAsync(string sealedForm, CancellationToken cancellationToken)
    {
        if (!Base64Url.IsValid(sealedForm))
        {
            return null;
        }

        var json = await sealer.OpenAsync(Base64Url.DecodeFromChars(sealedForm), Context, cancellationToken);
        return json is null ? null : JsonSerializer.Deserialize(json, GatehouseJson.Default.PendingDevice);
    }
}
