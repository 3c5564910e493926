namespace Gatehouse.DemoCloud.Activity;

/// <summary>Something that happened to a file, in one person's stream.</summary>
internal sealed record ActivityRow(long Id, string User, string Type, long FileId, string Path, DateTimeOffset Time);
