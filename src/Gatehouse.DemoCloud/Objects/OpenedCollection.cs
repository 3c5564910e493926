namespace Gatehouse.DemoCloud.Objects;

/// <summary>A collection as one person sees it.</summary>
/// <param name="Collection">The collection itself.</param>
/// <param name="Uri">Its name in that person's home.</param>
/// <param name="IsOwner">It is theirs.</param>
/// <param name="MayWrite">They may change what is in it.</param>
internal sealed record OpenedCollection(ObjectCollection Collection, string Uri, bool IsOwner, bool MayWrite);
