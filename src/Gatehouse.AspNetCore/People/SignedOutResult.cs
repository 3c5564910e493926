using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.People;

/// <summary>The page after signing out, as an answer.</summary>
internal sealed class SignedOutResult(SignedOutPageModel model) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        Page.WriteAsync(httpContext, SignedOutPage.Create(model), "You are signed out");
}
