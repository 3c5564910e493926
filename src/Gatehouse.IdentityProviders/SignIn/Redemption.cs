using Gatehouse.AspNetCore.Authorization;
using Gatehouse.IdentityProviders.Discovery;

namespace Gatehouse.IdentityProviders.SignIn;

/// <summary>A code that is redeemed, and what it must fit.</summary>
/// <param name="SupportId">Of the sign-in.</param>
/// <param name="Metadata">What the provider says of itself.</param>
/// <param name="Attempt">The trip it ends.</param>
/// <param name="Code">RFC 6749 §4.1.2.</param>
internal sealed record Redemption(
    TransactionId SupportId,
    ProviderMetadata Metadata,
    SignInAttempt Attempt,
    string Code
)
{
    /// <inheritdoc/>
    public override string ToString() => $"Redemption {Metadata.Issuer} ***";
}
