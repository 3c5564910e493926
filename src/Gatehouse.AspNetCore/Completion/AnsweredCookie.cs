using System.Globalization;
using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Hosting;

namespace Gatehouse.AspNetCore.Completion;

/// <summary>
/// Remembers in the browser which sign-in was answered last by redirect. Somebody who comes back to it was not led to the client: it
/// runs on another machine. It names the sign-in and gives no right; what it names is bound to the browser by another cookie.
/// </summary>
internal sealed class AnsweredCookie(Deployment deployment, TimeProvider time)
{
    // Two tabs that wait for one sign-in, or a reload in a hurry, are not somebody who comes back.
    private static readonly TimeSpan Haste = TimeSpan.FromSeconds(5);

    private readonly string name = deployment.Issuer.IsHttp ? "gatehouse-answered" : "__Host-gatehouse-answered";

    /// <summary>The sign-in; null when there was none, or it is too long ago.</summary>
    public TransactionId? Read(HttpRequest request) =>
        TransactionId.TryParse(request.Cookies[name]?.Split('.')[0], out var id) ? id : null;

    /// <summary>True when that sign-in was answered so long ago that the person must have come back to it.</summary>
    public bool IsReturn(HttpRequest request, TransactionId id) =>
        Read(request) == id
        && long.TryParse(request.Cookies[name]!.Split('.')[^1], CultureInfo.InvariantCulture, out var at)
        && DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(at, 0, uint.MaxValue)) + Haste <= time.GetUtcNow();

    public void Set(HttpResponse response, TransactionId id) =>
        response.Cookies.Append(
            name,
            string.Create(CultureInfo.InvariantCulture, $"{id}.{time.GetUtcNow().ToUnixTimeSeconds()}"),
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
