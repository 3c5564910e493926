namespace Gatehouse.DemoCloud.Comments;

/// <summary>What somebody says about a file.</summary>
internal sealed record Comment(long Id, long FileId, string Author, string Message, DateTimeOffset Created);
