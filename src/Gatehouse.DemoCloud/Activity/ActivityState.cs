using System.Collections.Immutable;

namespace Gatehouse.DemoCloud.Activity;

/// <summary>What happened, oldest first.</summary>
internal sealed record ActivityState(ImmutableList<ActivityRow> All, long Next)
{
    /// <summary>The real one forgets after a year; this one after so many.</summary>
    private const int Most = 2000;

    public ActivityState With(
        string user,
        string type,
        long fileId,
        string path,
        DateTimeOffset time,
        string? with = null
    ) => With(new ActivityRow(Next, user, type, fileId, path, time, with));

    public ActivityState With(string user, string type, DavThing thing, DateTimeOffset time) =>
        With(new ActivityRow(Next, user, type, 0, "", time, Thing: thing));

    private ActivityState With(ActivityRow row)
    {
        var all = All.Add(row);
        return new(all.Count > Most ? all.RemoveAt(0) : all, Next + 1);
    }
}
