using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Hosting;

namespace Gatehouse.AspNetCore.Completion;

/// <summary>
/// Remembers in the browser which sign-in was answered last by redirect. Somebody who comes back to it was not led to the client: it
/// runs on another machine. It names the sign-in and gives no right; what it names is bound to the browser by another cookie.
/// </summary>
internal sealed class AnsweredCookie(Deployment deployment)
{
    private readonly string name = deployment.Issuer.IsHttp ? "gatehouse-answered" : "__Host-gatehouse-answered";

    /// <summary>The sign-in; null when there was none, or it is too long ago.</summary>
    public TransactionId? Read(HttpRequest request) =>
        TransactionId.TryParse(request.Cookies[name], out var id) ? id : null;

    public void Set(HttpResponse response, TransactionId id) =>
        response.Cookies.Append(
            name,
            id.Value,
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = Outcomes.AnswerLifetime,
                Path = "/",
                SameSite = SameSiteMode.Lax,
                Secure = !deployment.Issuer.IsHttp,
            }
        );
}
