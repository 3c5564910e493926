using System.Text.Json.Serialization;
using Gatehouse.AspNetCore.Device;
using Gatehouse.AspNetCore.People;
using Gatehouse.AspNetCore.PersonalTokens;
using Gatehouse.AspNetCore.SignIn;

namespace Gatehouse.AspNetCore.Authorization;

/// <summary>What a person signs in for: a closed set. What becomes of it once the person is known, says the <see cref="Completion.IOutcome"/> of each.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "for")]
[JsonDerivedType(typeof(ClientAuthorization), "client")]
[JsonDerivedType(typeof(DeviceAuthorization), "device")]
[JsonDerivedType(typeof(PageSignIn), "pages")]
[JsonDerivedType(typeof(TokenCreation), "token")]
internal abstract record TransactionPurpose
{
    /// <summary>How the sign-in names it to the person.</summary>
    public abstract SignInRequest SignIn(TransactionId id);

    /// <summary>Whether it is in vain without the account that people link here.</summary>
    public virtual bool NeedsAccount => true;
}
