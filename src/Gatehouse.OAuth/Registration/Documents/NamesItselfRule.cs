namespace Gatehouse.OAuth.Registration.Documents;

/// <summary>draft-ietf-oauth-client-id-metadata-document §4.1: <c>client_id</c> is the address it was fetched from, byte for byte.</summary>
internal static class NamesItselfRule
{
    public static OAuthError? Refuses(ClientMetadataDocument document, DocumentUrl url) =>
        string.Equals(document.ClientId, url.Value, StringComparison.Ordinal)
            ? null
            : DocumentError.Of("its client_id is not the address it stands at");
}
