using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.Nextcloud.Talk;

/// <summary>The token of a conversation, e.g. <c>aibsbiza</c>: letters and digits only, so that it can stand in a path.</summary>
public readonly record struct ConversationToken
{
    private const int MaxLength = 32;

    private readonly string? value;

    private ConversationToken(string value) => this.value = value;

    /// <summary>Reads a token.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ConversationToken Parse(string text) =>
        TryParse(text, out var token) ? token : throw new FormatException($"'{text}' is no token of a conversation.");

    /// <summary>Reads a token.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ConversationToken token)
    {
        var isToken = text is { Length: > 0 and <= MaxLength } && text.All(char.IsAsciiLetterOrDigit);
        token = isToken ? new(text!) : default;
        return isToken;
    }

    /// <inheritdoc/>
    public override string ToString() => value ?? "";
}
