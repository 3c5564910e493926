namespace Gatehouse.IdentityProviders.Upstream;

/// <summary>What there is to act as the person with.</summary>
public abstract record UpstreamAnswer
{
    private UpstreamAnswer() { }

    /// <summary>A token.</summary>
    /// <param name="Token">It is alive now, and need not be a minute later: ask again for each call.</param>
    public sealed record Found(UpstreamToken Token) : UpstreamAnswer;

    /// <summary>The configuration wants none to be used (<c>Upstream: none</c>), or the person came by a sign-in that has none.</summary>
    public sealed record None : UpstreamAnswer
    {
        internal static None Instance { get; } = new();
    }

    /// <summary>There should be one, and there is none.</summary>
    /// <param name="Remedy">Who can do something about it.</param>
    /// <param name="Explanation">What happened and what to do next, for the error of a tool; safe to show.</param>
    public sealed record Failed(UpstreamRemedy Remedy, string Explanation) : UpstreamAnswer
    {
        /// <summary>When to try again; null when that would not help.</summary>
        public TimeSpan? RetryAfter { get; init; }
    }
}
