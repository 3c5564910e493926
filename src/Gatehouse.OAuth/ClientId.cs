namespace Gatehouse.OAuth;

/// <summary>RFC 6749 §2.2: the client's public name at this server; at most 1,024 visible ASCII characters.</summary>
public readonly record struct ClientId
{
    /// <summary>The longest identifier that is looked at.</summary>
    public const int MaximumLength = 1024;

    private ClientId(string value) => Value = value;

    /// <summary>The identifier as the client sends it.</summary>
    public string Value { get; }

    /// <summary>What is stored, blocked and logged in its place.</summary>
    public TokenHash Hash => TokenHash.Of(Value);

    /// <summary>Reads what a client sent.</summary>
    public static Result<ClientId> Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new OAuthError(OAuthErrorCodes.InvalidRequest, "client_id is missing.");
        }

        return text.Length <= MaximumLength && text.All(c => c is > ' ' and <= '~')
            ? new ClientId(text)
            : new OAuthError(
                OAuthErrorCodes.InvalidRequest,
                "client_id must be at most 1024 visible ASCII characters."
            );
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
