using Gatehouse.AspNetCore.Vault;

namespace Gatehouse.IdentityProviders.Upstream;

/// <summary>A renewed credential that is not written yet.</summary>
/// <param name="Former">The name of the one it came from.</param>
/// <param name="Renewed">The new one, sealed.</param>
internal sealed record UnsavedCredential(string Former, StoredCredential Renewed);
