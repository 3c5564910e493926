using System.Collections.Immutable;

namespace Gatehouse.DemoCloud.Sharing;

/// <summary>A file or folder that somebody shares. It is known by its id, so that the share goes along when it is moved.</summary>
internal sealed record Share
{
    public required long Id { get; init; }

    /// <summary>One of <see cref="ShareKind"/>.</summary>
    public required int Kind { get; init; }

    /// <summary>Who shares it.</summary>
    public required string Owner { get; init; }

    /// <summary>In whose home it is; another one than <see cref="Owner"/> when it is shared on.</summary>
    public required string FileOwner { get; init; }

    public required long FileId { get; init; }

    /// <summary>For whom: an id as <see cref="Kind"/> has it; none for a link.</summary>
    public string? With { get; init; }

    /// <summary>Of <see cref="ShareRights"/>.</summary>
    public required int Rights { get; init; }

    public required DateTimeOffset Created { get; init; }

    public DateOnly? Expires { get; init; }

    /// <summary>End of a link's address.</summary>
    public string? Token { get; init; }

    /// <summary>Of a link, as a hash: <see cref="LinkPassword"/>.</summary>
    public string? Password { get; init; }

    public string Note { get; init; } = "";

    public string Label { get; init; } = "";

    public bool HideDownload { get; init; }

    /// <summary>Where it lies in the homes of those it is for, by user id. Whoever took it away from theirs is missing.</summary>
    public ImmutableSortedDictionary<string, string> Places { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;
}
