namespace Gatehouse.DemoCloud.Tags;

/// <summary>A tag, which all people of the cloud share.</summary>
internal sealed record SystemTag(long Id, string Name, string Color = "");
