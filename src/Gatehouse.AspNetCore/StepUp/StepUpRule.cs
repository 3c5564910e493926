using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Protection;

namespace Gatehouse.AspNetCore.StepUp;

/// <summary>
/// MCP authorization, "Scope Challenge Handling": a client that finishes it gets 403 with all it has and what was missing, before the transport begins its
/// answer. All others, and this one when its person did not grant it, get the error of the tool with the page where more can be granted.
/// </summary>
internal sealed class StepUpRule(
    Deployment deployment,
    StepUpClients clients,
    TimeProvider time,
    RequiredScope? required = null
)
{
    // Once a person has said no, the next calls must not open a browser again and again.
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private readonly GenerationalCache<(ConnectionId, Scope), Asked> asked = new(1000);

    /// <summary>The refusal; null when the request may go on to the transport.</summary>
    public async Task<IResult?> RefusesAsync(HttpContext context)
    {
        if (
            required is null
            || Access.Of(context.User) is not { } access
            || !await clients.ContainsAsync(access.ClientHash, context.RequestAborted)
            || await McpCall.ReadAsync(context.Request) is not { } call
            || MissingOf(required(call.Method, call.Name), access) is not [var scope, ..] missing
            || WasAsked(access.Connection, scope)
        )
        {
            return null;
        }

        var error = new OAuthError(
            OAuthErrorCodes.InsufficientScope,
            $"The person did not grant {scope}. Sign in again to ask for it."
        );
        var union = deployment.Scopes.WithImplied(access.Scopes.Union(ScopeSet.Of(missing)));
        context.Response.Headers.WWWAuthenticate = new BearerChallenge(deployment.Resource, union, error).ToString();
        return OAuthResults.Error(error, StatusCodes.Status403Forbidden);
    }

    private List<Scope> MissingOf(IReadOnlyList<Scope> needed, Access access)
    {
        var granted = deployment.Scopes.WithImplied(access.Scopes);
        return [.. needed.Where(scope => !granted.Contains(scope))];
    }

    private bool WasAsked(ConnectionId connection, Scope scope)
    {
        var now = time.GetUtcNow();
        if (asked.Find((connection, scope)) is { } before && now < before.At + Pause)
        {
            return true;
        }

        asked.Add((connection, scope), new Asked(now));
        return false;
    }

    private sealed record Asked(DateTimeOffset At);
}
