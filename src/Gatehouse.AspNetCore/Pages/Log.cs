using Gatehouse.AspNetCore.Authorization;

namespace Gatehouse.AspNetCore.Pages;

internal static partial class Log
{
    /// <summary>
    /// Whoever shows a support id comes through here, because whoever is told it has to find it: <see cref="ErrorResult"/> for people,
    /// <see cref="FailureResult"/> for clients.
    /// </summary>
    public static void Answered(HttpContext context, Problem problem, TransactionId id) =>
        context
            .RequestServices.GetRequiredService<ILogger<ErrorResult>>()
            .Answered(problem.Code, id, problem.Explanation);

    [LoggerMessage(1800, LogLevel.Information, "Answered with {Code}, support id {SupportId}: {Explanation}")]
    private static partial void Answered(this ILogger logger, string code, TransactionId supportId, string explanation);
}
