using System.ComponentModel;
using Gatehouse.Nextcloud.Tools.Times;
using Gatehouse.Nextcloud.UserStatus;

namespace Gatehouse.Nextcloud.Tools.UserStatus;

/// <summary>How somebody says they are.</summary>
internal sealed record StatusItem(
    string User,
    [property: Description("online, away, busy, dnd, invisible or offline.")] string Status,
    string? Message = null,
    string? Icon = null,
    [property: Description("When the message goes away.")] string? ClearAt = null
)
{
    public static StatusItem Of(PersonZone zone, PersonStatus status) =>
        new(status.UserId, status.Status, status.Message, status.Icon, zone.Write(status.ClearAt));
}
