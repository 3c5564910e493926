using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Device;

/// <summary>The person's decision about a device: approving begins the sign-in, once however often the form is sent; refusing tells the device.</summary>
internal sealed class DeviceDecision(
    Deployment deployment,
    DeviceRequests requests,
    DeviceForm forms,
    Transactions transactions,
    SignInRunner runner,
    TraceRing trace,
    TimeProvider time
)
{
    public async Task<IResult> DecideAsync(
        PendingDevice device,
        TokenHash owner,
        RequestParameters form,
        HttpContext context
    )
    {
        if (device.Browser != owner.Value)
        {
            return Refuse(device, Problems.BrowserChanged);
        }

        if (device.ExpiresAt <= time.GetUtcNow())
        {
            return Refuse(device, Problems.DeviceCodeUsed);
        }

        if (form["action"] is not ("approve" or "retry"))
        {
            trace.Record(device.Id, "the person refuses");
            await requests.DenyAsync(device, context.RequestAborted);
            return new DeviceEndedResult(new DeviceEndedPageModel(device.ClientName, IsDenied: true));
        }

        var chosen = ScopeSet.Parse(string.Join(' ', form.All("scope"))).Intersect(ScopeSet.Parse(device.Offered));
        return chosen.Count == 0
            ? forms.Consent(device, owner, nothingChosen: true)
            : await ApproveAsync(device, deployment.Scopes.WithImplied(chosen), form, context);
    }

    private async Task<IResult> ApproveAsync(
        PendingDevice device,
        ScopeSet granted,
        RequestParameters form,
        HttpContext context
    )
    {
        var stop = context.RequestAborted;
        var purpose = new DeviceAuthorization(device, granted.ToString());
        try
        {
            if (!await requests.IsPendingAsync(device, stop))
            {
                // The same form again leads to its sign-in; somebody else's does not.
                return
                    await transactions.FindAsync(device.Id, stop) is { } begun
                    && begun.Stored.Browser.Value == device.Browser
                    ? Results.Extensions.SeeOther(SignInEndpoint.PathOf(device.Id))
                    : Refuse(device, Problems.DeviceCodeUsed);
            }

            if (await transactions.TryBeginAsync(device.Id, TokenHash.FromStore(device.Browser!), purpose, stop))
            {
                if (!await requests.TryTakeAsync(device, stop))
                {
                    return Refuse(device, Problems.DeviceCodeUsed);
                }

                trace.Record(device.Id, $"the person allows {granted}");
                await runner.AdvanceAsync(device.Id, stop);
            }
        }
        catch (SignInsFullException full)
        {
            context.Response.Headers.RetryAfter = "60";
            return new ErrorResult(
                full.Problem,
                device.Id,
                StatusCodes.Status503ServiceUnavailable,
                new RetryForm(
                    DeviceEndpoint.Pattern,
                    [("request", form["request"]!), .. granted.Select(scope => ("scope", scope.Value))]
                )
            );
        }

        return Results.Extensions.SeeOther(SignInEndpoint.PathOf(device.Id));
    }

    private static ErrorResult Refuse(PendingDevice device, Problem problem) =>
        new(problem, device.Id, StatusCodes.Status400BadRequest);
}
