using Gatehouse.AspNetCore.People;
using Gatehouse.AspNetCore.SignIn;

namespace Gatehouse.AspNetCore.Authorization;

/// <summary>RFC 6749 §4.1: a client gets a code, by redirect.</summary>
/// <param name="Request">What it asked.</param>
/// <param name="Granted">The scopes the person granted.</param>
/// <param name="KnownAs">Who was signed in to our pages in this browser when consent was given; null when nobody was, or it was said already that another person signs in.</param>
/// <param name="IsElsewhere">The person said that the client runs on another machine, where a redirect of this browser does not get.</param>
internal sealed record ClientAuthorization(
    PendingRequest Request,
    string Granted,
    KnownPerson? KnownAs = null,
    bool IsElsewhere = false
) : TransactionPurpose
{
    public override SignInRequest SignIn(TransactionId id) => new(id, Request.ClientName, Request.Redirect.Host);
}
