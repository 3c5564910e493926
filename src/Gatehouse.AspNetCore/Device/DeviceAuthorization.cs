using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.SignIn;

namespace Gatehouse.AspNetCore.Device;

/// <summary>RFC 8628: a device gets tokens, by asking.</summary>
/// <param name="Request">What it asked.</param>
/// <param name="Granted">The scopes the person granted.</param>
internal sealed record DeviceAuthorization(PendingDevice Request, string Granted) : TransactionPurpose
{
    public override SignInRequest SignIn(TransactionId id) => new(id, Request.ClientName, "device");
}
