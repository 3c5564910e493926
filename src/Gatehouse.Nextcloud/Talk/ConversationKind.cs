namespace Gatehouse.Nextcloud.Talk;

/// <summary>What a conversation is; the numbers are Talk's.</summary>
public enum ConversationKind
{
    /// <summary>Of a kind this library does not know.</summary>
    Unknown = 0,

    /// <summary>Between two people.</summary>
    OneToOne = 1,

    /// <summary>Of those who were added.</summary>
    Group = 2,

    /// <summary>Open for everybody who has the link.</summary>
    Public = 3,

    /// <summary>Talk's own news.</summary>
    Changelog = 4,

    /// <summary>Was between two people, one of whom is gone.</summary>
    FormerOneToOne = 5,

    /// <summary>A person's notes to themselves.</summary>
    NoteToSelf = 6,
}
