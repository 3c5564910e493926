namespace Gatehouse.DemoCloud.Talk;

/// <summary>An emoji somebody gave to a message.</summary>
internal sealed record Reaction(string Emoji, string User, long Time);
