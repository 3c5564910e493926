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
        catch (Exception problem)
            when (problem is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested
            )
        {
            return;
        }
        catch (BadHttpRequestException problem)
        {
            var unreadable = new OAuthError(OAuthErrorCodes.InvalidRequest, "The body of the request cannot be read.");
            result = endpoint.IsPage
                ? new ErrorResult(Problems.RequestMalformed(unreadable), TransactionId.New(), problem.StatusCode)
                : OAuthResults.Error(unreadable, problem.StatusCode);
        }
        catch (SignInsFullException full)
        {
            result = Failure(endpoint, context, full.Problem, TransactionId.New());
        }
        catch (StorageUnavailableException problem)
        {
            var id = TransactionId.New();
            log.StorageUnavailable(problem, context.Request.Path, id);
            result = Failure(endpoint, context, Problems.StorageUnavailable, id);
        }
        catch (Exception problem)
        {
            var id = TransactionId.New();
            log.UnexpectedFailure(problem, context.Request.Path, id);
            result = Failure(endpoint, context, Problems.Unexpected, id);
        }

        await result.ExecuteAsync(context);
    }

    private static IResult Failure(IEndpoint endpoint, HttpContext context, Problem problem, TransactionId id)
    {
        context.Response.Headers.RetryAfter = "5";
        return endpoint.IsPage
            ? new ErrorResult(problem, id, StatusCodes.Status503ServiceUnavailable)
            : new FailureResult(problem, id);
    }
}
