using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.Storage;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Hosting;

/// <summary>
/// The edge where exceptions end: clients get 503 and try again, people get a page with a support id. Never <c>server_error</c>:
/// clients answer it with a new sign-in.
/// </summary>
internal sealed class EndpointGuard(ILogger<EndpointGuard> log)
{
    public async Task RunAsync(IEndpoint endpoint, HttpContext context)
    {
        IResult result;
        try
        {
            result = await endpoint.HandleAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (StorageUnavailableException problem)
        {
            log.StorageUnavailable(problem, context.Request.Path);
            result = Failure(context, Problems.StorageUnavailable, TransactionId.New());
        }
        catch (Exception problem)
        {
            var id = TransactionId.New();
            log.UnexpectedFailure(problem, context.Request.Path, id.Value);
            result = Failure(context, Problems.Unexpected, id);
        }

        await result.ExecuteAsync(context);
    }

    private static IResult Failure(HttpContext context, Problem problem, TransactionId id)
    {
        context.Response.Headers.RetryAfter = "5";
        return context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            ? new ErrorResult(problem, id, StatusCodes.Status503ServiceUnavailable)
            : OAuthResults.Error(
                new OAuthError(
                    OAuthErrorCodes.TemporarilyUnavailable,
                    $"{problem.Explanation} {problem.Fix} Support id {id}."
                )
            );
    }
}
