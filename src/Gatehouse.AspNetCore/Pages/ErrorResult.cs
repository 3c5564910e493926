using Gatehouse.AspNetCore.Authorization;

namespace Gatehouse.AspNetCore.Pages;

/// <summary>An error page with its support id, which is in the log when somebody reads it.</summary>
internal sealed class ErrorResult(Problem problem, TransactionId id, int status, RetryForm? retry = null) : IResult
{
    public Problem Problem => problem;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        Log.Answered(httpContext, problem, id);
        return Page.WriteAsync(
            httpContext,
            ErrorPage.Create(new ErrorPageModel(problem, id.Value, retry)),
            problem.Title,
            status
        );
    }
}
