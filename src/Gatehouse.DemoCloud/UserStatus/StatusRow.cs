namespace Gatehouse.DemoCloud.UserStatus;

/// <summary>How somebody says they are.</summary>
internal sealed record StatusRow(
    string User,
    string Status,
    string? MessageId = null,
    string? Message = null,
    string? Icon = null,
    long? ClearAt = null
);
