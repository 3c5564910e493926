namespace Gatehouse.AspNetCore.Vault;

/// <summary>An account a person linked: kept for the person, not for a connection, until it is undone.</summary>
/// <param name="PersonKey">Whose.</param>
/// <param name="AccountName">What the account is called.</param>
/// <param name="Credential">What lets us act as the person there; its sign-in names the service.</param>
public sealed record StoredLink(string PersonKey, string AccountName, StoredCredential Credential);
