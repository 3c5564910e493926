namespace Gatehouse.Nextcloud.Talk;

/// <summary>What a participant may do; the numbers are Talk's.</summary>
public enum ParticipantRole
{
    /// <summary>Of a kind this library does not know.</summary>
    Unknown = 0,

    /// <summary>Made the conversation.</summary>
    Owner = 1,

    /// <summary>May change it.</summary>
    Moderator = 2,

    /// <summary>Takes part.</summary>
    User = 3,

    /// <summary>Takes part without an account.</summary>
    Guest = 4,

    /// <summary>Came by the public link.</summary>
    SelfJoined = 5,

    /// <summary>A guest who may change it.</summary>
    GuestModerator = 6,
}
