using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Registration;

/// <summary>A client that a person has approved. From then on it is known by its hash, whatever becomes of the keys that vouched for it.</summary>
/// <param name="Hash">Of its identifier.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Metadata">Its metadata, JSON, of the last sign-in: a store writes it over what it had.</param>
/// <param name="SecretHash">Of its secret; null for a public client.</param>
/// <param name="ApprovedAt">When the first person approved it.</param>
public sealed record ClientRecord(
    TokenHash Hash,
    string Id,
    string Metadata,
    TokenHash? SecretHash,
    DateTimeOffset ApprovedAt
);
