namespace Gatehouse.Nextcloud.UserStatus;

/// <summary>What a person can say they are.</summary>
public enum StatusKind
{
    /// <summary>There.</summary>
    Online,

    /// <summary>Not there at present.</summary>
    Away,

    /// <summary>Not to be disturbed: no notifications.</summary>
    Dnd,

    /// <summary>Busy, but with notifications.</summary>
    Busy,

    /// <summary>There, and shown as offline.</summary>
    Invisible,

    /// <summary>Not there.</summary>
    Offline,
}
