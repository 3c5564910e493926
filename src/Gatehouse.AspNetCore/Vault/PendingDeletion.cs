namespace Gatehouse.AspNetCore.Vault;

/// <summary>A credential nobody uses any more and that still has to be deleted at its origin.</summary>
/// <param name="Credential">What to delete.</param>
/// <param name="Attempts">How often it was tried in vain.</param>
public sealed record PendingDeletion(StoredCredential Credential, int Attempts);
