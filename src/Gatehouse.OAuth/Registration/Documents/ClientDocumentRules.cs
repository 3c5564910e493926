using System.Text.Json;

namespace Gatehouse.OAuth.Registration.Documents;

/// <summary>A client ID metadata document, from its bytes to a client, rule by rule.</summary>
internal static class ClientDocumentRules
{
    /// <summary>The largest document that is read, in bytes: draft-ietf-oauth-client-id-metadata-document §6.6.</summary>
    public const int MaximumLength = 5 * 1024;

    public static Result<Client> Read(DocumentUrl url, ReadOnlySpan<byte> utf8Json)
    {
        if (utf8Json.Length > MaximumLength)
        {
            return DocumentError.Of($"it is larger than {MaximumLength} bytes");
        }

        if (Parse(utf8Json) is not { } document)
        {
            return DocumentError.Of("it is not a JSON object, or a member is doubled or of the wrong type");
        }

        var refused =
            NamesItselfRule.Refuses(document, url)
            ?? RequiredMembersRule.Refuses(document)
            ?? NoSharedSecretRule.Refuses(document)
            ?? SigningKeysRule.Refuses(document);
        if (refused is not null)
        {
            return refused;
        }

        // An address that nobody could use anyway does not spoil the others; which of them may be used is decided when one is.
        List<RedirectUri> redirects =
        [
            .. document
                .RedirectUris!.Select(RedirectUri.Parse)
                .Where(redirect => redirect.Error is null)
                .Select(redirect => redirect.Value.Registered)
                .Distinct(),
        ];
        return redirects.Count == 0
            ? DocumentError.Of("none of its redirect_uris is an address a client may have")
            : new Client(
                ClientId.Parse(url.Value).Value,
                new ClientMetadata(
                    ClientName.Visible(document.ClientName),
                    redirects,
                    document.TokenEndpointAuthMethod ?? ClientAuthenticationMethod.None,
                    document.ApplicationType == "web" ? "web" : "native"
                )
                {
                    Keys = Keys(document),
                },
                ClientOrigin.Document,
                SecretHash: null
            );
    }

    private static ClientKeys? Keys(ClientMetadataDocument document) =>
        document.TokenEndpointAuthMethod == ClientAuthenticationMethod.PrivateKeyJwt
            ? new ClientKeys(document.Jwks?.GetRawText(), document.JwksUri, document.TokenEndpointAuthSigningAlg)
            : null;

    private static ClientMetadataDocument? Parse(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8Json, OAuthJson.Default.ClientMetadataDocument);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
