using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Device;

namespace Gatehouse.AspNetCore.Device;

/// <summary>The forms of the device pages: first the code, then the decision.</summary>
internal sealed class DeviceActionEndpoint(
    Deployment deployment,
    BrowserCookie browser,
    OwnPageRule ownPage,
    DeviceRequests requests,
    DeviceForm forms,
    DeviceDecision decision,
    GuessLimit guesses,
    TraceRing trace,
    ILogger<DeviceActionEndpoint> log
) : IEndpoint
{
    public bool IsPage => true;

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (!ownPage.Allows(context.Request))
        {
            return Refuse(Problems.FormForeign);
        }

        if (!(await ParameterReader.FormAsync(context.Request)).Succeeded(out var form, out var malformed))
        {
            return Refuse(Problems.RequestMalformed(malformed));
        }

        if (browser.Read(context.Request) is not { } owner)
        {
            return Refuse(Problems.BrowserChanged);
        }

        if (form["request"] is not { } request)
        {
            return await LookUpAsync(form["user_code"], owner, context);
        }

        return await forms.OpenAsync(request, context.RequestAborted) is { } device
            ? await decision.DecideAsync(device, owner, form, context)
            : Refuse(Problems.FormForeign);
    }

    private async Task<IResult> LookUpAsync(string? typed, TokenHash owner, HttpContext context)
    {
        if (!guesses.TryBegin(owner))
        {
            log.DeviceCodesGuessed();
            context.Response.Headers.RetryAfter = "60";
            return new ErrorResult(
                Problems.DeviceCodeGuessed,
                TransactionId.New(),
                StatusCodes.Status429TooManyRequests
            );
        }

        if (UserCode.TryParse(typed, out var code) && await FindAsync(code, owner, context) is { } device)
        {
            guesses.TakeBack(owner);
            trace.Record(device.Id, $"a person typed the code of {device.ClientName}, which asks for {device.Offered}");
            return forms.Consent(device, owner, nothingChosen: false);
        }

        return new DeviceResult(
            new DevicePageModel(deployment.Options.Name, typed is { Length: <= 40 } ? typed : "", IsUnknown: true)
        );
    }

    private async Task<PendingDevice?> FindAsync(UserCode code, TokenHash owner, HttpContext context)
    {
        try
        {
            return await requests.FindAsync(code, context.RequestAborted);
        }
        catch
        {
            // Nobody learned whether it was right.
            guesses.TakeBack(owner);
            throw;
        }
    }

    private static ErrorResult Refuse(Problem problem) =>
        new(problem, TransactionId.New(), StatusCodes.Status400BadRequest);
}
