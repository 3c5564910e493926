namespace Gatehouse.Nextcloud.Sharing;

/// <summary>What a share allows; the bits are Nextcloud's.</summary>
[Flags]
public enum SharePermissions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>To read.</summary>
    Read = 1,

    /// <summary>To change files.</summary>
    Update = 2,

    /// <summary>To make files in a folder.</summary>
    Create = 4,

    /// <summary>To delete.</summary>
    Delete = 8,

    /// <summary>To share it with others.</summary>
    Share = 16,
}
