using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.Completion;

/// <summary>The last page as an answer.</summary>
internal sealed class FinishedResult(FinishedPageModel model) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        Page.WriteAsync(httpContext, FinishedPage.Create(model), model.Title, refresh: $"0;url={model.Answer}");
}
