namespace Gatehouse.DemoCloud.Sharing;

/// <summary>Nextcloud's numbers for whom a share is for.</summary>
internal static class ShareKind
{
    public const int User = 0;
    public const int Group = 1;
    public const int Link = 3;
    public const int Room = 10;
    public const int DeckCard = 12;
}
