namespace Gatehouse.IdentityProviders.ResourceServer;

/// <summary>Finds out what a token says: from itself, or by asking the provider.</summary>
internal interface ITokenReader
{
    Task<TokenFinding> ReadAsync(string token, CancellationToken cancellationToken);
}
