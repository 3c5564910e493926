namespace Gatehouse.DemoCloud.Files;

/// <summary>What a file was before it was overwritten.</summary>
/// <param name="Revision">Its name: the Unix second the file was modified in, which stays the same for writes of one second.</param>
/// <param name="Blob">The name of its bytes.</param>
/// <param name="Size">How many they are.</param>
/// <param name="Label">The name a person gave it.</param>
internal sealed record KeptVersion(long Revision, string Blob, long Size, string? Label);
