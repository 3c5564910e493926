namespace Gatehouse.IdentityProviders.ResourceServer;

/// <summary>Finds out what a token says: from itself, or by asking the provider.</summary>
internal interface ITokenReader
{
    /// <summary>Looks at one, for everybody who waits for it: nobody's leaving ends it.</summary>
    /// <param name="token">As it was received.</param>
    /// <param name="wasAccepted">Whether it opened this resource lately, so that whoever shows it is no stranger.</param>
    Task<TokenFinding> ReadAsync(string token, bool wasAccepted);
}
