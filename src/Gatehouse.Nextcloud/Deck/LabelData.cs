namespace Gatehouse.Nextcloud.Deck;

/// <summary>A label as Deck writes it.</summary>
internal sealed record LabelData(long Id, string? Title, string? Color)
{
    public BoardLabel ToLabel() => new(Id, Title ?? "", Color ?? "");
}
