namespace Gatehouse.Nextcloud.Tools.Deck;

/// <summary>What a list or a label shall be; without an id it is a new one.</summary>
internal sealed record BoardPartChange(BoardPartKind Kind, long? Id, string? Title, string? Color, int? Position);
