namespace Gatehouse.OAuth;

/// <summary>What went wrong, in the protocol's words (RFC 6749 §5.2): a code machines know and a sentence people can act on.</summary>
/// <param name="Code">One of <see cref="OAuthErrorCodes"/>.</param>
/// <param name="Description">What happened and what to do; never a secret. ASCII without quotes and backslashes.</param>
public sealed record OAuthError(string Code, string Description);
