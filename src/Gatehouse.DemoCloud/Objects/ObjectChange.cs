namespace Gatehouse.DemoCloud.Objects;

/// <summary>What brought a collection to a sync token.</summary>
internal sealed record ObjectChange(long Token, string Name, bool IsDeleted);
