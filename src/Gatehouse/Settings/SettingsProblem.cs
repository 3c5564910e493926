namespace Gatehouse.Settings;

/// <summary>Something that is written and cannot be read as a setting.</summary>
/// <param name="Path">Where, as the configuration spells it: <c>Clients:0:Secret</c>.</param>
/// <param name="Text">What is wrong and what is right, beginning with the key as it is written there.</param>
internal sealed record SettingsProblem(string Path, string Text);
