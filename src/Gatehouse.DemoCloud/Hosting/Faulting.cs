using Gatehouse.DemoCloud.Errors;

namespace Gatehouse.DemoCloud.Hosting;

/// <summary>Lets the faults a test asked for happen.</summary>
internal sealed class Faulting(DemoCloudFaults faults)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = new DemoCloudRequest(
            context.Request.Method,
            context.Request.Path.Value!,
            context.Request.QueryString.Value ?? "",
            context.Request.Headers.UserAgent.ToString()
        );
        if (faults.TakeGate(request) is { } gate)
        {
            await gate.PassAsync(request, context.RequestAborted);
        }

        var fault = faults.Unreachable ? DemoCloudFault.Disconnect : faults.Take(request);
        if (fault is null)
        {
            await next(context);
        }
        else if (fault.Status == 0)
        {
            context.Abort();
        }
        else
        {
            await FaultAnswers.WriteAsync(context, fault);
        }
    }
}
