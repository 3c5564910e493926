namespace Gatehouse.Nextcloud.Collectives;

/// <summary>A tag that is to be made.</summary>
internal sealed record TagWrite(string Name, string Color);
