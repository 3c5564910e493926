namespace Gatehouse.DemoCloud.Tags;

/// <summary>A tag on a file.</summary>
internal sealed record TaggedFile(long FileId, long TagId);
