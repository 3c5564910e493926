namespace Gatehouse.DemoCloud.Objects;

/// <summary>Somebody who sees another one's collection.</summary>
internal sealed record ObjectShare(string User, bool MayWrite);
