using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.Consent;

/// <summary>The consent page as an answer.</summary>
internal sealed class ConsentResult(ConsentPageModel model) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        Page.WriteAsync(httpContext, ConsentPage.Create(model), $"Allow {model.Client.Name}?");
}
