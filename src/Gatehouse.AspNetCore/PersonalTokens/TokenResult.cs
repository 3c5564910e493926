using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.PersonalTokens;

/// <summary>The page that shows a token, as an answer.</summary>
internal sealed class TokenResult(TokenPageModel model) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        Page.WriteAsync(httpContext, TokenPage.Create(model), $"Your token {model.Name}");
}
