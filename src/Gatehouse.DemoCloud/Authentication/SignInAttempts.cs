namespace Gatehouse.DemoCloud.Authentication;

/// <summary>
/// Brute-force protection: failures are counted per client address, for everybody behind it. A success forgives only the failures
/// under the same name.
/// </summary>
internal sealed class SignInAttempts(TimeProvider time, int max)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    private readonly Lock gate = new();
    private readonly List<(DateTimeOffset At, string Name)> failures = [];

    /// <summary>Milliseconds the real one would wait before answering, as told by its capabilities.</summary>
    public int DelayMilliseconds =>
        Count() is var count && count == 0 ? 0 : (int)Math.Min(100 * Math.Pow(2, count), 25_000);

    public bool AreTooMany => Count() > max;

    public void Failed(string name)
    {
        lock (gate)
        {
            failures.Add((time.GetUtcNow(), name));
        }
    }

    public void Succeeded(string name)
    {
        lock (gate)
        {
            _ = failures.RemoveAll(failure => failure.Name == name);
        }
    }

    public void Forget()
    {
        lock (gate)
        {
            failures.Clear();
        }
    }

    private int Count()
    {
        lock (gate)
        {
            _ = failures.RemoveAll(failure => time.GetUtcNow() - failure.At > Window);
            return failures.Count;
        }
    }
}
