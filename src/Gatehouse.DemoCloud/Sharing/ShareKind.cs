namespace Gatehouse.DemoCloud.Sharing;

/// <summary>Nextcloud's numbers for whom a share is for.</summary>
internal static class ShareKind
{
    public const int User = 0;
    public const int Group = 1;
    public const int Link = 3;
    public const int Email = 4;
    public const int Remote = 6;
    public const int Circle = 7;
    public const int RemoteGroup = 9;
    public const int Room = 10;
    public const int DeckCard = 12;

    /// <summary>It has an address that opens it without an account: <c>/s/{token}</c>.</summary>
    public static bool IsPublic(int kind) => kind is Link or Email;
}
