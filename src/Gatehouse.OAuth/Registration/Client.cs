namespace Gatehouse.OAuth.Registration;

/// <summary>A client as the rest of the house sees it, however it became known.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Metadata">What it registered.</param>
/// <param name="Origin">How it became known.</param>
/// <param name="SecretHash">Of the secret it must show at the token endpoint; null for a public client.</param>
public sealed record Client(ClientId Id, ClientMetadata Metadata, ClientOrigin Origin, TokenHash? SecretHash)
{
    /// <summary>What pages call a client that chose no name.</summary>
    public const string Unnamed = "An unnamed client";

    /// <summary>What pages call it: the chosen name, or that it has none.</summary>
    public string DisplayName => string.IsNullOrWhiteSpace(Metadata.Name) ? Unnamed : Metadata.Name;

    /// <summary>RFC 6749 §3.1.2.3: the registered address the request's one matches, as the request wrote it; null when none does.</summary>
    public RedirectUri? Find(RedirectUri asked) => Metadata.RedirectUris.Any(asked.Matches) ? asked : null;
}
