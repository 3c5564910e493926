namespace Gatehouse.AspNetCore.Vault;

/// <summary>An upstream credential as it is stored: sealed.</summary>
/// <param name="Id">32 characters of hex; a replaced credential gets another one, so an answer about the old never hits the new.</param>
/// <param name="Content">The credential, sealed for this id.</param>
/// <param name="CreatedAt">When the person gave it.</param>
/// <param name="SignIn">The name of the sign-in that brought it: who understands and deletes it.</param>
public sealed record StoredCredential(string Id, byte[] Content, DateTimeOffset CreatedAt, string SignIn);
