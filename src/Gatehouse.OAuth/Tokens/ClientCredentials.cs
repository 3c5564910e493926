using System.Text;

namespace Gatehouse.OAuth.Tokens;

/// <summary>RFC 6749 §2.3.1: the client's name and secret as the request shows them, by header or in the body.</summary>
internal sealed record ClientCredentials(ClientId Id, ClientSecret? Secret)
{
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

        return ClientId.Parse(name).Succeeded(out var id, out _)
            ? new ClientCredentials(id, string.IsNullOrEmpty(secret) ? null : ClientSecret.From(secret))
            : Unreadable();
    }

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
