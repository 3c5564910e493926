namespace Gatehouse.DemoCloud.Cookbook;

/// <summary>What a write came to.</summary>
internal sealed record RecipeWritten(int Status, long Id, string? Error);
