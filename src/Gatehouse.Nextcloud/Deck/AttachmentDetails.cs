namespace Gatehouse.Nextcloud.Deck;

/// <summary>What is known of an attached file.</summary>
internal sealed record AttachmentDetails(string? Path, long? Fileid, long? Filesize, string? Mimetype);
