using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Pages;

/// <summary>A failure of this server with its support id, for clients: they try again, and nobody signs in anew.</summary>
internal sealed class FailureResult(Problem problem, TransactionId id) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        Log.Answered(httpContext, problem, id);
        var error = new OAuthError(
            OAuthErrorCodes.TemporarilyUnavailable,
            $"{problem.Explanation} {problem.Fix} Support id {id}."
        );
        return OAuthResults.Error(error).ExecuteAsync(httpContext);
    }
}
