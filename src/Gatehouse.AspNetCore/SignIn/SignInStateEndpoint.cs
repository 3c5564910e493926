using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Hosting;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>Tells the waiting page's script whether there is something new to show.</summary>
internal sealed class SignInStateEndpoint(SignInTransactions own, SignInRunner runner) : IEndpoint
{
    public const string Pattern = "/signin/{id}/state";

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (!(await own.FindAsync(context)).Found(out var found, out var refusal))
        {
            return refusal;
        }

        var transaction = await runner.AdvanceAsync(found.Stored.Id, context.RequestAborted);
        var waiting = transaction is { Stored.State: TransactionState.SigningIn, Content.Progress: not null };
        context.Response.Headers.CacheControl = "no-store";
        return Results.Text($$"""{"state":"{{(waiting ? "waiting" : "changed")}}"}""", "application/json");
    }
}
