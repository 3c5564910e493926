namespace Gatehouse.AspNetCore.Vault;

/// <summary>An upstream credential in clear, for one call.</summary>
/// <param name="Id">Its name in the vault: an answer to a call with it concerns only this version.</param>
/// <param name="Content">As the sign-in gave it.</param>
/// <param name="SignIn">The name of the sign-in that brought it.</param>
public sealed record OpenCredential(string Id, byte[] Content, string SignIn)
{
    /// <summary>Never the credential.</summary>
    public override string ToString() => $"OpenCredential {Id} ***";
}
