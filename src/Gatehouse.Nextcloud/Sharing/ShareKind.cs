namespace Gatehouse.Nextcloud.Sharing;

/// <summary>Who a share is for; the numbers are Nextcloud's.</summary>
public enum ShareKind
{
    /// <summary>A person of this cloud.</summary>
    User = 0,

    /// <summary>A group of this cloud.</summary>
    Group = 1,

    /// <summary>Everybody who has the link.</summary>
    Link = 3,

    /// <summary>Somebody with a mail address, who gets a link.</summary>
    Email = 4,

    /// <summary>A person of another cloud.</summary>
    Remote = 6,

    /// <summary>A team (circle).</summary>
    Team = 7,

    /// <summary>A group of another cloud.</summary>
    RemoteGroup = 9,

    /// <summary>A conversation of Talk.</summary>
    Room = 10,

    /// <summary>A card of Deck.</summary>
    DeckCard = 12,
}
