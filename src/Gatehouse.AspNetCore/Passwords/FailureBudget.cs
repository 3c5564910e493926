namespace Gatehouse.AspNetCore.Passwords;

/// <summary>
/// How many wrong passwords may be asked about: five in half an hour, of all people together. Nextcloud counts them for our address and after
/// ten answers everybody behind it with 429, so nobody may guess through this server. Used by one caller at a time.
/// </summary>
internal sealed class FailureBudget(TimeProvider time)
{
    private const int Most = 5;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    private readonly Queue<DateTimeOffset> failures = new();

    /// <summary>How long to wait until one may be asked about again; null when one may be now.</summary>
    public TimeSpan? Closed
    {
        get
        {
            var now = time.GetUtcNow();
            while (failures.TryPeek(out var oldest) && oldest + Window <= now)
            {
                failures.Dequeue();
            }

            return failures.Count < Most ? null : failures.Peek() + Window - now;
        }
    }

    public void Spend() => failures.Enqueue(time.GetUtcNow());
}
