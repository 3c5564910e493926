namespace Gatehouse.AspNetCore.Protection;

/// <summary>What became of a token.</summary>
public abstract record TokenVerdict
{
    private TokenVerdict() { }

    /// <summary>It is good.</summary>
    /// <param name="Access">Whose, and for what.</param>
    public sealed record Accepted(Access Access) : TokenVerdict;

    /// <summary>It is unknown, expired, revoked, or not for this resource. Why is in the log; the caller may be anybody.</summary>
    public sealed record Refused : TokenVerdict
    {
        /// <summary>The one.</summary>
        public static Refused Instance { get; } = new();
    }

    /// <summary>It is good, and gives nothing that this resource has.</summary>
    /// <param name="Explanation">Which scopes it has, and where that is mended; shown to the client.</param>
    public sealed record Insufficient(string Explanation) : TokenVerdict;

    /// <summary>Whoever knows does not answer.</summary>
    /// <param name="Explanation">Who, and that the token may be good; shown to the client.</param>
    /// <param name="RetryAfter">When to ask again.</param>
    public sealed record Unknown(string Explanation, TimeSpan RetryAfter) : TokenVerdict;
}
