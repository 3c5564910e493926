using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.OAuth;

/// <summary>RFC 6749 §3.3: one scope token.</summary>
public readonly record struct Scope
{
    /// <summary>Longer than any scope that is used anywhere.</summary>
    private const int MaximumLength = 200;

    private Scope(string value) => Value = value;

    /// <summary>Such as <c>notes.read</c>.</summary>
    public string Value { get; }

    /// <summary>RFC 6749 §3.3: visible ASCII without quotes and backslashes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Scope scope)
    {
        var valid =
            text is { Length: > 0 and <= MaximumLength }
            && text.All(c => c is '!' or (>= '#' and <= '[') or (>= ']' and <= '~'));
        scope = valid ? new Scope(text!) : default;
        return valid;
    }

    /// <summary>A scope of our own, from code or configuration; throws on a malformed one.</summary>
    public static Scope Of(string text) =>
        TryParse(text, out var scope)
            ? scope
            : throw new FormatException($"'{text}' is not a scope token (RFC 6749 section 3.3).");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
