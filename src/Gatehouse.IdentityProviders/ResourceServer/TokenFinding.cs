using Gatehouse.IdentityProviders.Identity;

namespace Gatehouse.IdentityProviders.ResourceServer;

/// <summary>What a look at a token brought.</summary>
internal abstract record TokenFinding
{
    private TokenFinding() { }

    /// <summary>The provider vouches for it and it has not expired; whether it is an access token, and for whom, is still to be seen.</summary>
    public sealed record Genuine(Claims Claims, TokenType Type, DateTimeOffset ExpiresAt) : TokenFinding;

    /// <summary>It is not the provider's, or dead.</summary>
    /// <param name="Reason">For the log.</param>
    public sealed record Refused(string Reason) : TokenFinding;

    /// <summary>The provider does not answer.</summary>
    public sealed record Unknown(TimeSpan RetryAfter) : TokenFinding;
}
