using System.Collections.Concurrent;

namespace Gatehouse.Nextcloud.Calendar.Recurrence;

/// <summary>
/// The rules that the maths were found to take. People's calendars repeat a few dozen of them, and to try one costs a tenth of reading an event.
/// </summary>
internal static class TakenRules
{
    /// <summary>Each at most 500 characters long; who sends many different ones makes this begin anew.</summary>
    private const int Most = 1000;

    private static readonly ConcurrentDictionary<string, bool> rules = new(StringComparer.Ordinal);

    public static bool Contains(string rule) => rules.ContainsKey(rule);

    public static void Add(string rule)
    {
        if (rules.Count >= Most)
            rules.Clear();
        _ = rules.TryAdd(rule, true);
    }
}
