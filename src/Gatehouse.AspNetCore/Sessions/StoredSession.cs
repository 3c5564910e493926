using Gatehouse.AspNetCore.Connections;

namespace Gatehouse.AspNetCore.Sessions;

/// <summary>A session of the MCP transport (revisions up to 2025-11-25), kept so that another node, or this one after a restart, goes on with it.</summary>
/// <param name="Id">The <c>Mcp-Session-Id</c>. It carries no authority.</param>
/// <param name="Connection">The only connection that may use it.</param>
/// <param name="Initialize">The client's <c>initialize</c> parameters, JSON.</param>
/// <param name="LastUsedAt">For forgetting it.</param>
public sealed record StoredSession(string Id, ConnectionId Connection, string Initialize, DateTimeOffset LastUsedAt);
