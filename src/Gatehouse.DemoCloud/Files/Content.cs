namespace Gatehouse.DemoCloud.Files;

/// <summary>Bytes that were written down: the name to find them by and their count.</summary>
internal sealed record Content(string Blob, long Size);
