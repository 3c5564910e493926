using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.AspNetCore.Tracing;

namespace Gatehouse.AspNetCore.Tokens;

/// <summary>Ends a family on suspicion or request: its access tokens die with it, its connection's other families live on.</summary>
internal sealed class FamilyRevoker(ITokenStore store, RevocationList revoked, IAuditLog audit, TimeProvider time)
{
    public async Task RevokeAsync(FamilyId family, ConnectionId connection, string reason)
    {
        var now = time.GetUtcNow();
        await store.RevokeFamilyAsync(family, now, CancellationToken.None);
        revoked.Add(family.Value, now);
        await audit.AppendAsync(
            new AuditEntry(now, "family.revoked", null, connection.Value, reason),
            CancellationToken.None
        );
    }
}
