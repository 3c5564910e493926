namespace Gatehouse.Nextcloud.Deck;

/// <summary>A label of a card as it is written.</summary>
internal sealed record CardLabelWrite(long LabelId);
