namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>The part of a document's text that was asked for.</summary>
/// <param name="Text">The text.</param>
/// <param name="NextOffset">Where to read on; null at the end.</param>
/// <param name="Pages">How many pages, sheets or slides there are; null when there are none, or they were not counted.</param>
internal sealed record DocumentText(string Text, int? NextOffset, int? Pages);
