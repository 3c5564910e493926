namespace Gatehouse.Nextcloud.Tools.Text.Process;

/// <summary>What a reading process read, or why it could not.</summary>
internal sealed record ReaderAnswer(string? Error, string? Text, int? NextOffset, int? Pages);
