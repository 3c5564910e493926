using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>The page that offers several ways to sign in, as an answer.</summary>
internal sealed class ChoiceResult(ChoicePageModel model) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        Page.WriteAsync(httpContext, ChoicePage.Create(model), "How do you sign in?");
}
