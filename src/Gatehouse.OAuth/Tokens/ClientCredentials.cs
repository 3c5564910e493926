using System.Text;

namespace Gatehouse.OAuth.Tokens;

/// <summary>RFC 6749 §2.3.1: the client's name and secret as the request shows them, by header or in the body.</summary>
internal sealed record ClientCredentials(ClientId Id, ClientSecret? Secret)
{
    /// <summary>RFC 7521 §4.2: the assertion the client shows; null when it shows none.</summary>
    public string? Assertion { get; init; }

    private const string Scheme = "Basic ";

    /// <summary>Reads both places; a name in both must be the same one.</summary>
    /// <param name="authorization">The Authorization header, if any.</param>
    /// <param name="parameters">The form.</param>
    public static Result<ClientCredentials> Read(string? authorization, RequestParameters parameters)
    {
        var (name, secret) = (parameters["client_id"], parameters["client_secret"]);
        if (authorization is not null && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            if (
                Decode(authorization[Scheme.Length..]) is not (var headerName, var headerSecret)
                || (name ?? headerName) != headerName
            )
            {
                return Unreadable();
            }

            (name, secret) = (headerName, headerSecret);
        }

        if (parameters["client_assertion"] is { } assertion)
        {
            return Read(parameters["client_assertion_type"], assertion, name);
        }

        return ClientId.Parse(name).Succeeded(out var id, out _)
            ? new ClientCredentials(id, string.IsNullOrEmpty(secret) ? null : ClientSecret.From(secret))
            : Unreadable();
    }

    // RFC 7521 §4.2: client_id may be left out, and must be the subject when it is there.
    private static Result<ClientCredentials> Read(string? type, string assertion, string? name) =>
        type != ClientAssertion.Type ? ClientAssertion.Fail($"client_assertion_type must be {ClientAssertion.Type}")
        : ClientAssertion.Peek(assertion) is not var (subject, _) || (name ?? subject) != subject
            ? ClientAssertion.Fail("it is no JWT, or its sub is not the client_id")
        : ClientId.Parse(subject).Succeeded(out var id, out _)
            ? new ClientCredentials(id, Secret: null) { Assertion = assertion }
        : Unreadable();

    // RFC 6749 §2.3.1: both halves are form-urlencoded before Base64.
    private static (string Name, string Secret)? Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64.Trim(), bytes, out var length))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (FormDecode(text[..colon]), FormDecode(text[(colon + 1)..]));
    }

    private static string FormDecode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static OAuthError Unreadable() =>
        new(
            OAuthErrorCodes.InvalidClient,
            "client_id is missing, malformed, or different in header and body. Register the client anew."
        );
}
