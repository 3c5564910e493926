using System.Collections;

namespace Gatehouse.OAuth;

/// <summary>A set of scopes in a stable order; equal when it holds the same scopes.</summary>
public sealed class ScopeSet : IReadOnlyCollection<Scope>, IEquatable<ScopeSet>
{
    private readonly Scope[] scopes;

    private ScopeSet(Scope[] scopes) => this.scopes = scopes;

    /// <summary>No scope.</summary>
    public static ScopeSet Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => scopes.Length;

    /// <summary>The distinct scopes, in order of their names.</summary>
    public static ScopeSet Of(IEnumerable<Scope> scopes) =>
        new([.. scopes.Distinct().OrderBy(scope => scope.Value, StringComparer.Ordinal)]);

    /// <summary>Reads a space-separated list; what is not a scope token is dropped, never an error (many clients send foreign ones).</summary>
    public static ScopeSet Parse(string? text) =>
        text is null ? Empty : Of(text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Read));

    /// <summary>True when the scope is one of these.</summary>
    public bool Contains(Scope scope) => Array.IndexOf(scopes, scope) >= 0;

    /// <summary>True when all of the others are among these.</summary>
    public bool Includes(ScopeSet others) => others.All(Contains);

    /// <summary>The scopes that are in both sets.</summary>
    public ScopeSet Intersect(ScopeSet others) => Of(scopes.Where(others.Contains));

    /// <summary>Those that are not in the others.</summary>
    public ScopeSet Except(ScopeSet others) => Of(scopes.Where(scope => !others.Contains(scope)));

    /// <summary>The scopes of both sets together.</summary>
    public ScopeSet Union(ScopeSet others) => Of(scopes.Concat(others.scopes));

    /// <inheritdoc/>
    public bool Equals(ScopeSet? other) => other is not null && scopes.AsSpan().SequenceEqual(other.scopes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ScopeSet);

    /// <inheritdoc/>
    public override int GetHashCode() => scopes.Aggregate(scopes.Length, HashCode.Combine);

    /// <inheritdoc/>
    public IEnumerator<Scope> GetEnumerator() => scopes.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The wire form: separated by single spaces.</summary>
    public override string ToString() => string.Join(' ', scopes.Select(scope => scope.Value));

    private static IEnumerable<Scope> Read(string token) => Scope.TryParse(token, out var scope) ? [scope] : [];
}
