namespace Gatehouse.DemoCloud.Comments;

/// <summary>Until when somebody has read what is said about a file.</summary>
internal sealed record ReadMarker(long FileId, string User, DateTimeOffset Until);
