using System.Diagnostics.CodeAnalysis;
using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>The transaction of an address, or the page that says why this browser cannot have it.</summary>
internal sealed record OwnTransaction(OpenTransaction? Transaction, ErrorResult? Refusal)
{
    public bool Found(
        [NotNullWhen(true)] out OpenTransaction? transaction,
        [NotNullWhen(false)] out ErrorResult? refusal
    )
    {
        transaction = Transaction;
        refusal = Refusal;
        return transaction is not null;
    }
}
