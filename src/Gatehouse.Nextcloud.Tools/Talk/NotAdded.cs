namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>Somebody who could not be added.</summary>
internal sealed record NotAdded(string Id, string Why);
