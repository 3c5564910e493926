using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.AspNetCore.Protection;
using ModelContextProtocol;
using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Protocol;

namespace Gatehouse.AspNetCore.Sessions;

/// <summary>Lets a session of the MCP transport go on after a restart or on another node, for the connection it belongs to.</summary>
internal sealed class SessionMigration(ISessionStore sessions, TimeProvider time) : ISessionMigrationHandler
{
    /// <summary>
    /// A connection is one client of one person, but on all their machines and in all their windows. Some clients begin a session for each conversation
    /// and never end one. Whose session is crowded out begins anew, and only after a restart or a long rest.
    /// </summary>
    public const int MostOfConnection = 50;

    private static readonly JsonTypeInfo<InitializeRequestParams> Json =
        (JsonTypeInfo<InitializeRequestParams>)
            McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(InitializeRequestParams));

    public async ValueTask OnSessionInitializedAsync(
        HttpContext context,
        string sessionId,
        InitializeRequestParams initializeParams,
        CancellationToken cancellationToken
    )
    {
        if (Began(context, sessionId) && Access.Of(context.User) is { } access)
        {
            var json = JsonSerializer.Serialize(initializeParams, Json);
            var session = new StoredSession(sessionId, access.Connection, json, time.GetUtcNow());
            await sessions.AddAsync(session, MostOfConnection, cancellationToken);
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

        await sessions.NoteUsedAsync(sessionId, time.GetUtcNow(), cancellationToken);
        return JsonSerializer.Deserialize(session.Initialize, Json);
    }

    // The SDK (2.3.1) calls at each initialize of a session, and always with the request that began it. At the second that one is over, and its object may
    // be somebody else's request by now.
    private static bool Began(HttpContext context, string sessionId)
    {
        try
        {
            return context.Response.Headers["Mcp-Session-Id"] == sessionId;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }
}
