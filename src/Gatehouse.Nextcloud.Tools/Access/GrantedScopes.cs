using System.Collections.Immutable;

namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>What a person granted to a client. <c>app.write</c> includes <c>app.read</c>; names nobody knows allow nothing.</summary>
public sealed record GrantedScopes
{
    private const string Read = ".read";
    private const string Write = ".write";

    private GrantedScopes(ImmutableSortedSet<string> names) => Names = names;

    /// <summary>Nothing.</summary>
    public static GrantedScopes None { get; } = new([]);

    /// <summary>The names as they were granted.</summary>
    public ImmutableSortedSet<string> Names { get; }

    /// <summary>Takes over names.</summary>
    public static GrantedScopes Of(IEnumerable<string> names) =>
        new(names.ToImmutableSortedSet(StringComparer.Ordinal));

    /// <summary>Reads names separated by spaces, as OAuth writes them; null or empty is nothing.</summary>
    public static GrantedScopes Parse(string? scope) =>
        Of((scope ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Is this allowed?</summary>
    public bool Allows(string scope) =>
        Names.Contains(scope)
        || (scope.EndsWith(Read, StringComparison.Ordinal) && Names.Contains(scope[..^Read.Length] + Write));

    /// <inheritdoc/>
    public bool Equals(GrantedScopes? other) => other is not null && Names.SetEquals(other.Names);

    /// <inheritdoc/>
    public override int GetHashCode() => Names.Aggregate(0, (hash, name) => HashCode.Combine(hash, name));

    /// <summary>The names, separated by spaces.</summary>
    public override string ToString() => string.Join(' ', Names);
}
