using Gatehouse.AspNetCore.Protection;

namespace Gatehouse.AspNetCore.Passwords;

/// <summary>What a name and password are worth.</summary>
internal abstract record PasswordAnswer
{
    private PasswordAnswer() { }

    /// <summary>They are a person's.</summary>
    public sealed record Accepted(Access Access) : PasswordAnswer;

    /// <summary>They are nobody's.</summary>
    public sealed record Refused : PasswordAnswer;

    /// <summary>Too many were wrong lately: nobody is asked about new ones for a while.</summary>
    public sealed record Closed(TimeSpan RetryAfter) : PasswordAnswer;

    /// <summary>Who could tell does not answer.</summary>
    public sealed record Unknown : PasswordAnswer;
}
