using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Consent;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;

namespace Gatehouse.AspNetCore.Connections;

/// <summary>All that a completed sign-in writes; a store takes the whole or nothing of it.</summary>
/// <param name="Connection">Used when the person has no living connection of this client and resource; otherwise that one is joined.</param>
/// <param name="Client">Written down the first time, when a person has approved it and proved who they are.</param>
/// <param name="Credential">The upstream credential, if the sign-in brought one; it replaces the connection's former one, which is queued for deletion.</param>
/// <param name="Code">The authorization code, where a client waits for one. Its connection is the one that was made or joined.</param>
/// <param name="Transaction">The finished transaction, saved if it is still at the version before.</param>
/// <param name="Audit">The entry for the log.</param>
/// <param name="Token">The token, where the person gets one in place of a code.</param>
/// <param name="Consent">What to remember of the answer, if anything. Its connection is the one that was made or joined.</param>
public sealed record NewConnection(
    Connection Connection,
    ClientRecord Client,
    StoredCredential? Credential,
    CodeRecord? Code,
    Transaction Transaction,
    AuditEntry Audit,
    NewToken? Token = null,
    RememberedConsent? Consent = null
);
