namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>A file or folder that is gone.</summary>
internal sealed record FileDeleted(string Path);
