namespace Gatehouse.Nextcloud.Calendar.Scheduling;

/// <summary>Finds the times at which nobody is busy.</summary>
public static class FreeSlots
{
    private static readonly TimeSpan grid = TimeSpan.FromMinutes(15);

    /// <summary>The free times that are long enough, in order, beginning at quarters of an hour.</summary>
    public static IReadOnlyList<FreeSlot> Find(SlotSearch search, IEnumerable<BusyTime> busy)
    {
        var sorted = busy.Where(b => b.To > search.From && b.From < search.To).OrderBy(b => b.From).ToList();
        var slots = new List<FreeSlot>();
        foreach (var (from, to) in Days(search))
        {
            foreach (var slot in FreeIn(from, to, sorted, search.Length))
            {
                slots.Add(new(search.Zone.At(slot.From), search.Zone.At(slot.To)));
                if (slots.Count == search.Limit)
                    return slots;
            }
        }

        return slots;
    }

    private static IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Days(SlotSearch search)
    {
        var last = search.Zone.DateAt(search.To);
        for (var day = search.Zone.DateAt(search.From); day <= last; day = day.AddDays(1))
        {
            if (!search.WithWeekends && day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                continue;

            var begins = search.Zone.MomentOf(day, search.DayBegins);
            var ends =
                search.DayEnds == TimeOnly.MinValue
                    ? search.Zone.MomentOf(day.AddDays(1), search.DayEnds)
                    : search.Zone.MomentOf(day, search.DayEnds);
            var from = begins > search.From ? begins : search.From;
            var to = ends < search.To ? ends : search.To;
            if (from < to)
                yield return (from, to);
        }
    }

    private static IEnumerable<FreeSlot> FreeIn(
        DateTimeOffset from,
        DateTimeOffset to,
        List<BusyTime> sorted,
        TimeSpan length
    )
    {
        var free = OnGrid(from);
        foreach (var busy in sorted)
        {
            if (busy.From >= to)
                break;
            if (busy.From - free >= length)
                yield return new(free, busy.From);
            if (busy.To > free)
                free = OnGrid(busy.To);
        }

        if (to - free >= length)
            yield return new(free, to);
    }

    private static DateTimeOffset OnGrid(DateTimeOffset moment)
    {
        var over = moment.UtcTicks % grid.Ticks;
        return over == 0 ? moment : moment.AddTicks(grid.Ticks - over);
    }
}
