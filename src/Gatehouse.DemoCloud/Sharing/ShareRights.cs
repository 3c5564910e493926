namespace Gatehouse.DemoCloud.Sharing;

/// <summary>The bits of what a share allows.</summary>
internal static class ShareRights
{
    public const int Read = 1;
    public const int Update = 2;
    public const int Create = 4;
    public const int Delete = 8;
    public const int Share = 16;
    public const int All = 31;

    /// <summary>A file cannot hold anything, and is deleted where its folder is.</summary>
    public const int OfFile = All & ~(Create | Delete);
}
