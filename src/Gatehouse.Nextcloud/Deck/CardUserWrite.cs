namespace Gatehouse.Nextcloud.Deck;

/// <summary>An assignment as it is written.</summary>
internal sealed record CardUserWrite(string UserId);
