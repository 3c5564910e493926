namespace Gatehouse.Nextcloud.Deck;

/// <summary>A share of a file with a card (share type 12), which is how Deck attaches files.</summary>
internal sealed record CardShareWrite(string Path, int ShareType, string ShareWith, int Permissions);
