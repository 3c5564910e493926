using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>Finds the transaction an address names, for the browser it belongs to and for no other.</summary>
internal sealed class SignInTransactions(Transactions transactions, BrowserCookie browser)
{
    public Task<OwnTransaction> FindAsync(HttpContext context) =>
        FindAsync(context, context.Request.RouteValues["id"] as string);

    public async Task<OwnTransaction> FindAsync(HttpContext context, string? name)
    {
        if (
            !TransactionId.TryParse(name, out var id)
            || await transactions.FindAsync(id, context.RequestAborted) is not { } transaction
        )
        {
            return new OwnTransaction(
                null,
                new ErrorResult(Problems.Expired, TransactionId.New(), StatusCodes.Status410Gone)
            );
        }

        return browser.Read(context.Request) == transaction.Stored.Browser
            ? new OwnTransaction(transaction, null)
            : new OwnTransaction(null, new ErrorResult(Problems.BrowserChanged, id, StatusCodes.Status403Forbidden));
    }
}
