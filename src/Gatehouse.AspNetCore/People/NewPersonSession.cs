using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;

namespace Gatehouse.AspNetCore.People;

/// <summary>All that a sign-in to our own pages writes; a store takes the whole or nothing of it.</summary>
/// <param name="Session">The session.</param>
/// <param name="Credential">The upstream credential, if the sign-in brought one: of no use here, so it is queued for deletion.</param>
/// <param name="Transaction">The finished transaction, saved if it is still at the version before.</param>
/// <param name="Audit">The entry for the log.</param>
public sealed record NewPersonSession(
    PersonSession Session,
    StoredCredential? Credential,
    Transaction Transaction,
    AuditEntry Audit
);
