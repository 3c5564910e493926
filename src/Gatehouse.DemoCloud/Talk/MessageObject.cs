namespace Gatehouse.DemoCloud.Talk;

/// <summary>What a placeholder in a message stands for.</summary>
internal sealed record MessageObject(string Type, string Id, string Name);
