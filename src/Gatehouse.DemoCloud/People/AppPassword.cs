namespace Gatehouse.DemoCloud.People;

/// <summary>A device password as it is kept: never the secret, only its SHA-256.</summary>
internal sealed record AppPassword(string Id, string Name, string Hash, DateTimeOffset Created);
