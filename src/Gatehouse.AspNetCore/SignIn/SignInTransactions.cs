using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>Finds the transaction an address names, for the browser it belongs to and for no other.</summary>
internal sealed class SignInTransactions(Transactions transactions, BrowserCookie browser)
{
    public async Task<OwnTransaction> FindAsync(HttpContext context)
    {
        if (
            !TransactionId.TryParse(context.Request.RouteValues["id"] as string, out var id)
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
