namespace Gatehouse.Nextcloud.Sharing;

/// <summary>What a new share is like, or what is changed of one; null leaves Nextcloud's default, or what is there.</summary>
public sealed record ShareOptions
{
    /// <summary>What it allows.</summary>
    public SharePermissions? Permissions { get; init; }

    /// <summary>The first day on which it does not work any more.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary>Takes the expiry away; only at a change.</summary>
    public bool ClearExpires { get; init; }

    /// <summary>The password of a link or mail share; an empty one takes it away. It is sent and kept nowhere.</summary>
    public string? Password { get; init; }

    /// <summary>A note to who gets it.</summary>
    public string? Note { get; init; }

    /// <summary>The name of a link.</summary>
    public string? Label { get; init; }

    /// <summary>The page of a link offers no download; only at a change.</summary>
    public bool? HideDownload { get; init; }

    /// <summary>Without the password.</summary>
    public override string ToString() =>
        $"{nameof(ShareOptions)} {{ {nameof(Permissions)} = {Permissions}, {nameof(Expires)} = {Expires} }}";
}
