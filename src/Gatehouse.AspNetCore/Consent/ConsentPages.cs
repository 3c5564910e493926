using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Completion;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Authorization;

namespace Gatehouse.AspNetCore.Consent;

/// <summary>
/// Shows the consent page. The request travels sealed in the form, bound to the browser's cookie: no row is written for it, and the seal is
/// the proof against forged forms, fresh for every rendering.
/// </summary>
internal sealed class ConsentPages(
    Deployment deployment,
    BrowserCookie browser,
    SealedFields fields,
    SignIns signIns,
    AnsweredCookie answered,
    TimeProvider time
)
{
    /// <summary>The switch of the form that says that the client runs on another machine.</summary>
    public const string Elsewhere = "elsewhere";

    private const string Context = "consent form";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public IResult Show(HttpContext context, AuthorizationRequest request, TransactionId id) =>
        Show(
            PendingRequest.Of(request, id, browser.ReadOrSet(context), time.GetUtcNow() + Lifetime),
            nothingChosen: false,
            answered.Read(context.Request)
        );

    /// <summary>Shows a request.</summary>
    /// <param name="pending">The request.</param>
    /// <param name="nothingChosen">The person allowed nothing, and is asked again.</param>
    /// <param name="before">The sign-in of this browser that was answered a moment ago, perhaps in vain.</param>
    public IResult Show(PendingRequest pending, bool nothingChosen, TransactionId? before = null)
    {
        var offered = ScopeSet.Parse(pending.Offered);
        return new ConsentResult(
            new ConsentPageModel(
                deployment.Options.Name,
                pending.Identity,
                pending.Redirect,
                signIns.Place,
                new ScopeSwitchesModel("may", deployment.Scopes.Of(offered), nothingChosen ? ScopeSet.Empty : offered),
                fields.Seal(pending, GatehouseJson.Default.PendingRequest, Context),
                pending.SupportId,
                nothingChosen,
                before is { } id ? $"{SignInEndpoint.PathOf(id)}?{ClientOutcome.Paste}" : null
            )
        );
    }

    /// <summary>Opens a form that was sent; null when it is not one of ours.</summary>
    public ValueTask<PendingRequest?> OpenAsync(string? field, CancellationToken cancellationToken) =>
        fields.OpenAsync(field, GatehouseJson.Default.PendingRequest, Context, cancellationToken);
}
