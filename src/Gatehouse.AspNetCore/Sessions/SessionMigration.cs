using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.AspNetCore.Protection;
using ModelContextProtocol;
using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Protocol;

namespace Gatehouse.AspNetCore.Sessions;

/// <summary>Lets a session of the MCP transport go on after a restart or on another node, for the connection it belongs to.</summary>
internal sealed class SessionMigration(SessionBindings sessions, TimeProvider time) : ISessionMigrationHandler
{
    private static readonly JsonTypeInfo<InitializeRequestParams> Json =
        (JsonTypeInfo<InitializeRequestParams>)
            McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(InitializeRequestParams));

    // Honest parameters are a few hundred characters; a session with more ends with its process.
    private const int MaximumLength = 64 * 1024;

    public async ValueTask OnSessionInitializedAsync(
        HttpContext context,
        string sessionId,
        InitializeRequestParams initializeParams,
        CancellationToken cancellationToken
    )
    {
        var json = JsonSerializer.Serialize(initializeParams, Json);
        if (Access.Of(context.User) is { } access && json.Length <= MaximumLength)
        {
            var session = new StoredSession(sessionId, access.Connection, json, time.GetUtcNow());
            await sessions.SaveAsync(session, cancellationToken);
        }
    }

    public async ValueTask<InitializeRequestParams?> AllowSessionMigrationAsync(
        HttpContext context,
        string sessionId,
        CancellationToken cancellationToken
    )
    {
        if (
            await sessions.FindAsync(sessionId, cancellationToken) is not { } session
            || session.Connection != Access.Of(context.User)?.Connection
        )
        {
            return null;
        }

        await sessions.SaveAsync(session with { LastUsedAt = time.GetUtcNow() }, cancellationToken);
        return JsonSerializer.Deserialize(session.Initialize, Json);
    }
}
