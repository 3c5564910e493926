using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.People;

/// <summary>The page that asks to sign in, as an answer.</summary>
internal sealed class PageSignInResult(PageSignInPageModel model) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        Page.WriteAsync(
            httpContext,
            PageSignInPage.Create(model),
            "Your connections",
            model.HasEnded ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK
        );
}
