namespace Gatehouse.Nextcloud.Sharing;

/// <summary>
/// Whom something is shared with by name. It cannot be a link: Nextcloud takes a link with a name, ignores the name and publishes the thing
/// to everybody.
/// </summary>
public sealed record ShareTarget
{
    /// <summary>Names whom to share with.</summary>
    /// <param name="kind">What it is; not <see cref="ShareKind.Link"/>.</param>
    /// <param name="id">Its id: user id, group id, mail address, <c>user@cloud</c>, team id or token of a room.</param>
    /// <exception cref="ArgumentException">The kind is a link or the id is empty.</exception>
    public ShareTarget(ShareKind kind, string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        if (kind == ShareKind.Link)
            throw new ArgumentException("A link is for everybody and has no name; it is made by itself.", nameof(kind));

        (Kind, Id) = (kind, id);
    }

    /// <summary>What it is.</summary>
    public ShareKind Kind { get; }

    /// <summary>Its id.</summary>
    public string Id { get; }
}
