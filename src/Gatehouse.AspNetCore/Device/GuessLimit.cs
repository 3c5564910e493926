using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Device;

/// <summary>
/// RFC 8628 §5.1: bounds guessing. A hundred wrong codes a minute of everybody together: with 5,000 devices waiting, all that can wait,
/// a guesser hits one of them in a month of guessing without pause. Five in ten minutes of one browser, so that one person at play does not use up
/// everybody's.
/// </summary>
internal sealed class GuessLimit(TimeProvider time)
{
    private const int OfAll = 100;
    private const int OfBrowser = 5;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BrowserWindow = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly Queue<(DateTimeOffset At, TokenHash Browser)> wrong = [];

    /// <summary>May this browser try a code now?</summary>
    public bool Allows(TokenHash browser)
    {
        lock (gate)
        {
            Forget();
            var recent = time.GetUtcNow() - Minute;
            return wrong.Count(guess => guess.At > recent) < OfAll
                && wrong.Count(guess => guess.Browser == browser) < OfBrowser;
        }
    }

    /// <summary>It was wrong.</summary>
    public void Count(TokenHash browser)
    {
        lock (gate)
        {
            Forget();
            wrong.Enqueue((time.GetUtcNow(), browser));
        }
    }

    // What is kept is bounded by what is allowed: a thousand, and a few that were under way.
    private void Forget()
    {
        var old = time.GetUtcNow() - BrowserWindow;
        while (wrong.TryPeek(out var guess) && guess.At <= old)
        {
            wrong.Dequeue();
        }
    }
}
