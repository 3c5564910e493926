namespace Gatehouse.Nextcloud.Deck;

/// <summary>A list or a label as it is written.</summary>
internal sealed record TitleWrite(string Title, int? Order = null, string? Color = null);
