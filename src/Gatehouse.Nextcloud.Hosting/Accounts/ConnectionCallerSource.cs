using System.Security.Claims;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.Nextcloud.Hosting.Hosting;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Safety;

namespace Gatehouse.Nextcloud.Hosting.Accounts;

/// <summary>
/// Who calls a tool: the person of the token, with the account of their connection. Never anything the call itself says. What their tools change goes
/// into the audit log.
/// </summary>
internal sealed class ConnectionCallerSource(
    AccountReader accounts,
    AccessPageEndpoint accessPage,
    IAuditLog audit,
    TimeProvider time
) : NextcloudCallerSource
{
    public override async ValueTask<NextcloudCaller> CurrentAsync(
        IServiceProvider services,
        ClaimsPrincipal? user,
        CancellationToken cancellationToken
    )
    {
        var access =
            Access.Of(user)
            ?? throw new InvalidOperationException("The tools were called past the protection of Gatehouse.");
        var account =
            await accounts.FindAsync(access, cancellationToken)
            ?? throw new ToolException(
                "This connection has no Nextcloud account any more.\nNext step: ask the person to sign in again in this client."
            );
        return new NextcloudCaller(
            account,
            GrantedScopes.Of(access.Scopes.Select(scope => scope.Value)),
            accessPage.Url
        )
        {
            Wrote = write => RecordAsync(access, write),
        };
    }

    private async ValueTask RecordAsync(Access access, ToolWrite write)
    {
        var entry = new AuditEntry(
            time.GetUtcNow(),
            write.Succeeded ? "tool.wrote" : "tool.failed",
            access.PersonKey,
            access.Connection.Value,
            write.Target.Length == 0 ? write.Tool : $"{write.Tool} {write.Target}"
        );
        await audit.AppendAsync(entry, CancellationToken.None);
    }
}
