using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.UserStatus;

/// <summary>The person's status as it is now.</summary>
internal sealed record StatusChanged(
    [property: Description("Absent when only the message was cleared.")] string? Status = null,
    string? Message = null,
    string? Icon = null,
    string? ClearAt = null
);
