using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.SignIn;

namespace Gatehouse.AspNetCore.People;

/// <summary>A person wants to see their own connections.</summary>
/// <param name="Host">Of this server: what the person reads at the other side.</param>
internal sealed record PageSignIn(string Host) : TransactionPurpose
{
    public override SignInRequest SignIn(TransactionId id) => new(id, "your connections page", Host);

    // Who wants to see or to end what is connected needs no account for it.
    public override bool NeedsAccount => false;
}
