namespace Gatehouse.IdentityProviders.Discovery;

/// <summary>How often what a provider publishes is fetched.</summary>
internal static class FetchPace
{
    private static readonly TimeSpan Unsaid = TimeSpan.FromHours(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Between two fetches of something that is fresh, and lacks what somebody looks for in it.</summary>
    public static TimeSpan BetweenRenewals { get; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a value stays fresh: what the provider says, within bounds; an hour when it says nothing.</summary>
    public static TimeSpan Lifetime(TimeSpan? said) => Bounded(said ?? Unsaid, Shortest, Longest);

    /// <summary>How long a provider in trouble is left alone: what it asks for, within bounds; else 5, 10, 20, 40, 60 seconds.</summary>
    public static TimeSpan Pause(TimeSpan? asked, int failures) =>
        Bounded(asked ?? FirstPause * (1 << Math.Min(failures, 4)), FirstPause, LongestPause);

    private static TimeSpan Bounded(TimeSpan value, TimeSpan least, TimeSpan most) =>
        value < least ? least
        : value > most ? most
        : value;
}
