namespace Gatehouse.IdentityProviders.SignIn;

/// <summary>One trip of a browser to the provider; sealed wherever it is kept.</summary>
/// <param name="State">RFC 6749 §10.12: ties the answer to this trip.</param>
/// <param name="Verifier">RFC 7636 §4.1: ties the code to it.</param>
/// <param name="Nonce">OpenID Connect Core 1.0 §3.1.2.1: ties the ID token to it.</param>
/// <param name="Link">Where the browser was sent.</param>
/// <param name="StartedAt">When.</param>
internal sealed record SignInAttempt(string State, string Verifier, string Nonce, string Link, DateTimeOffset StartedAt)
{
    /// <inheritdoc/>
    public override string ToString() => $"SignInAttempt {StartedAt:O} ***";
}
