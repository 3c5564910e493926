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
    private readonly List<(DateTimeOffset At, TokenHash Browser)> guesses = [];

    /// <summary>May this browser try a code now? It counts as wrong from here on: many that are tried at once must not be looked up before any is counted.</summary>
    public bool TryBegin(TokenHash browser)
    {
        lock (gate)
        {
            // What is kept is bounded by what is allowed: a thousand.
            var now = time.GetUtcNow();
            guesses.RemoveAll(guess => guess.At <= now - BrowserWindow);
            if (
                guesses.Count(guess => guess.At > now - Minute) >= OfAll
                || guesses.Count(guess => guess.Browser == browser) >= OfBrowser
            )
            {
                return false;
            }

            guesses.Add((now, browser));
            return true;
        }
    }

    /// <summary>It was right, and so no guess.</summary>
    public void TakeBack(TokenHash browser)
    {
        lock (gate)
        {
            var last = guesses.FindLastIndex(guess => guess.Browser == browser);
            if (last >= 0)
            {
                guesses.RemoveAt(last);
            }
        }
    }
}
