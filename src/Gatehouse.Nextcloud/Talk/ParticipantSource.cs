namespace Gatehouse.Nextcloud.Talk;

/// <summary>Where somebody who is added to a conversation comes from.</summary>
public enum ParticipantSource
{
    /// <summary>A person of this cloud, by user id.</summary>
    Users,

    /// <summary>All members of a group, by its id.</summary>
    Groups,

    /// <summary>All members of a team, by its id.</summary>
    Circles,

    /// <summary>A guest, by mail address; Talk sends an invitation.</summary>
    Emails,

    /// <summary>A person of another cloud, by federated id.</summary>
    FederatedUsers,
}
