using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Gatehouse.OAuth.Registration;

/// <summary>
/// RFC 7591 Appendix A.5.2: a client identifier that carries the registration itself and a MAC over it, so that nothing is stored,
/// every node agrees and the same metadata always gets the same identifier.
/// Form: <c>dyn.KEY.METADATA.MAC</c>, never beginning with <c>https://</c>.
/// </summary>
internal static class DynamicClientId
{
    private const string Prefix = "dyn.";

    /// <summary>Makes the identifier (and, for a confidential client, the secret) of a registration.</summary>
    /// <returns>An error when the metadata does not fit into <see cref="ClientId.MaximumLength"/>.</returns>
    public static Result<DynamicClient> Issue(ClientMetadata metadata, MacKey key)
    {
        var payload = Base64Url.EncodeToString(
            JsonSerializer.SerializeToUtf8Bytes(
                DynamicClientPayload.From(metadata),
                OAuthJson.Default.DynamicClientPayload
            )
        );
        var signed = $"{Prefix}{key.Id}.{payload}";
        var text = $"{signed}.{Mac(key, signed)}";
        if (text.Length > ClientId.MaximumLength)
        {
            return new OAuthError(
                OAuthErrorCodes.InvalidClientMetadata,
                "The metadata is too long: shorten client_name or register fewer redirect URIs."
            );
        }

        var id = ClientId.Parse(text).Value;
        return new DynamicClient(Build(id, metadata, key), metadata.IsConfidential ? SecretOf(id, key) : null);
    }

    /// <summary>The key an identifier names; null when it is not of this form.</summary>
    public static string? KeyIdOf(ClientId id) =>
        id.Value.StartsWith(Prefix, StringComparison.Ordinal) && id.Value.Split('.') is [_, var key, _, _] ? key : null;

    /// <summary>Reads an identifier back; null when the MAC is not ours, or when today's rules no longer take what an older version signed.</summary>
    public static Client? Open(ClientId id, MacKey key)
    {
        var end = id.Value.LastIndexOf('.');
        if (KeyIdOf(id) != key.Id)
        {
            return null;
        }

        var signed = id.Value[..end];
        var genuine = CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Mac(key, signed)),
            Encoding.ASCII.GetBytes(id.Value[(end + 1)..])
        );
        if (!genuine)
        {
            return null;
        }

        var payload = Base64Url.DecodeFromChars(signed.AsSpan(signed.LastIndexOf('.') + 1));
        return DynamicClientPayload.Read(payload) is { } metadata ? Build(id, metadata, key) : null;
    }

    /// <summary>The name that an identifier of this form carries, whoever made it: enough to say how to reset a client that is unknown, and for nothing else.</summary>
    public static string? ClaimedName(ClientId id)
    {
        if (KeyIdOf(id) is null || id.Value.Split('.')[2] is not { Length: > 0 } payload || !Base64Url.IsValid(payload))
        {
            return null;
        }

        return DynamicClientPayload.Read(Base64Url.DecodeFromChars(payload))?.Name;
    }

    private static Client Build(ClientId id, ClientMetadata metadata, MacKey key) =>
        new(id, metadata, ClientOrigin.Dynamic, metadata.IsConfidential ? SecretOf(id, key).Hash : null);

    // Derived, not stored: whoever holds the identifier cannot compute it without the key.
    private static ClientSecret SecretOf(ClientId id, MacKey key) => ClientSecret.From(Mac(key, "secret:" + id.Value));

    private static string Mac(MacKey key, string text) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key.Bytes.Span, Encoding.ASCII.GetBytes(text)));
}
