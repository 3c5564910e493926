namespace Gatehouse.OAuth.Registration.Documents;

/// <summary>MCP authorization, Client ID Metadata Documents: <c>client_name</c> and <c>redirect_uris</c> are there.</summary>
internal static class RequiredMembersRule
{
    private const int MaximumRedirects = 50;

    public static OAuthError? Refuses(ClientMetadataDocument document) =>
        string.IsNullOrWhiteSpace(document.ClientName) ? DocumentError.Of("client_name is missing")
        : document.RedirectUris is not { Count: > 0 and <= MaximumRedirects }
            ? DocumentError.Of($"redirect_uris must hold 1 to {MaximumRedirects} addresses")
        : null;
}
