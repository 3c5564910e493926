namespace Gatehouse.IdentityProviders.ResourceServer;

/// <summary>Finds out what a token says: from itself, or by asking the provider.</summary>
internal interface ITokenReader
{
    /// <summary>Looks at one.</summary>
    /// <param name="token">As it was received.</param>
    /// <param name="wasAccepted">Whether it opened this resource lately, so that whoever shows it is no stranger.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<TokenFinding> ReadAsync(string token, bool wasAccepted, CancellationToken cancellationToken);
}
