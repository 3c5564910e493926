namespace Gatehouse.DemoCloud.Apps;

/// <summary>What is searched, and the address of the cloud for links.</summary>
internal sealed record DemoSearchQuery(string Term, int Limit, int Cursor, string Url);
