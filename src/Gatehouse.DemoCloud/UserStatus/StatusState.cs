using System.Collections.Immutable;

namespace Gatehouse.DemoCloud.UserStatus;

/// <summary>The statuses of all who have one.</summary>
internal sealed record StatusState(ImmutableList<StatusRow> All)
{
    public StatusRow? Of(string user) => All.Find(one => one.User == user);

    public StatusState With(StatusRow row) => new(All.RemoveAll(one => one.User == row.User).Add(row));
}
