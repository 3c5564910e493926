using System.Security.Claims;

namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>
/// Says who calls: registered in dependency injection by whoever hosts the tools, which themselves know nothing of tokens and sessions.
/// </summary>
public abstract class NextcloudCallerSource
{
    /// <summary>The caller of the request that is being handled.</summary>
    /// <param name="services">The services of the request.</param>
    /// <param name="user">Whom the transport authenticated; null over stdio.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Errors.ToolException">
    /// There is no account to call with; its text is shown to the model, so it says what to do (sign in again).
    /// </exception>
    public abstract ValueTask<NextcloudCaller> CurrentAsync(
        IServiceProvider services,
        ClaimsPrincipal? user,
        CancellationToken cancellationToken
    );
}
