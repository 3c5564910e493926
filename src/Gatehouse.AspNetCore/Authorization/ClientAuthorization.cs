using Gatehouse.AspNetCore.SignIn;

namespace Gatehouse.AspNetCore.Authorization;

/// <summary>RFC 6749 §4.1: a client gets a code, by redirect.</summary>
/// <param name="Request">What it asked.</param>
/// <param name="Granted">The scopes the person granted.</param>
internal sealed record ClientAuthorization(PendingRequest Request, string Granted) : TransactionPurpose
{
    public override SignInRequest SignIn(TransactionId id) => new(id, Request.ClientName, Request.Redirect.Host);
}
