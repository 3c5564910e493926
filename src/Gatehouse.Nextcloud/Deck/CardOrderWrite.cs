namespace Gatehouse.Nextcloud.Deck;

/// <summary>A place in a list as it is written.</summary>
internal sealed record CardOrderWrite(int Order);
