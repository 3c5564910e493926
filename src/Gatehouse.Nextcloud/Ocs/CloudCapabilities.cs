using System.Collections.Immutable;

namespace Gatehouse.Nextcloud.Ocs;

/// <summary>What a cloud says it can do.</summary>
/// <param name="Version">The version of Nextcloud, e.g. <c>32.0.1</c>.</param>
/// <param name="Names">The capabilities by name, e.g. <c>notes</c>, <c>deck</c>, <c>spreed</c>; few without an account.</param>
/// <param name="NotesApiVersions">The versions of the Notes API that are advertised; empty when there is no Notes app.</param>
/// <param name="BruteForceDelay">How long Nextcloud delays calls from our address at present, in milliseconds; null when not said.</param>
/// <param name="IsAllowListed">Whether our address is on the brute-force allow list; null when not said.</param>
/// <param name="HasTrashBin">Whether deleted files can be brought back; it has no capability of its own name.</param>
/// <param name="TimeZone">The time zone of the person by its IANA name; null without an account.</param>
/// <param name="ETag">The ETag of the answer.</param>
public sealed record CloudCapabilities(
    string Version,
    ImmutableSortedSet<string> Names,
    ImmutableArray<string> NotesApiVersions,
    int? BruteForceDelay,
    bool? IsAllowListed,
    bool HasTrashBin,
    string? TimeZone,
    string? ETag
);
