namespace Gatehouse.IdentityProviders.Identity.IdTokens;

/// <summary>Why an ID token is not believed; for the operator's log.</summary>
/// <param name="Reason">What is wrong with it, without a word of the token that could be a secret.</param>
/// <param name="Fix">What the operator changes; null when no setting makes it right: it is no answer to this sign-in.</param>
internal sealed record IdTokenRefusal(string Reason, string? Fix = null);
