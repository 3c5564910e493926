namespace Gatehouse.Nextcloud.Ocs;

/// <summary>What is in the envelope; <c>meta</c> repeats the HTTP status in v2 and is not needed.</summary>
internal sealed record OcsBody<T>(T? Data);
