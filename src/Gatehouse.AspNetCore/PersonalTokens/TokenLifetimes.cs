namespace Gatehouse.AspNetCore.PersonalTokens;

/// <summary>How long a personal token may live.</summary>
internal static class TokenLifetimes
{
    /// <summary>The choices, in days; the longest is a year.</summary>
    public static IReadOnlyList<int> Days { get; } = [7, 30, 90, 365];

    /// <summary>What is chosen at first.</summary>
    public const int Usual = 30;
}
