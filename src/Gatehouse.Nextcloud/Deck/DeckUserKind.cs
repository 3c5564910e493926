namespace Gatehouse.Nextcloud.Deck;

/// <summary>What a member of a board is; the numbers are Deck's.</summary>
public enum DeckUserKind
{
    /// <summary>A person.</summary>
    User = 0,

    /// <summary>A group.</summary>
    Group = 1,

    /// <summary>A team (circle).</summary>
    Team = 7,
}
