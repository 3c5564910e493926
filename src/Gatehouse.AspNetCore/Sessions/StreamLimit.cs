using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Protection;

namespace Gatehouse.AspNetCore.Sessions;

/// <summary>
/// How many streams a connection may hold open for what the server says by itself. A session with an open stream stays in memory, whatever bounds the
/// transport sets to those without.
/// </summary>
internal sealed class StreamLimit
{
    private const int MostOfConnection = SessionMigration.MostOfConnection;

    private readonly Lock gate = new();
    private readonly Dictionary<ConnectionId, int> open = [];

    /// <summary>Lets the transport answer, or says that there is no stream to be had, which every client goes on without.</summary>
    public async Task AnswerAsync(HttpContext context, RequestDelegate transport)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || Access.Of(context.User) is not { Connection: var connection })
        {
            await transport(context);
            return;
        }

        if (!TryOpen(connection))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "POST, DELETE";
            return;
        }

        try
        {
            await transport(context);
        }
        finally
        {
            Close(connection);
        }
    }

    private bool TryOpen(ConnectionId connection)
    {
        lock (gate)
        {
            var already = open.GetValueOrDefault(connection);
            if (already >= MostOfConnection)
            {
                return false;
            }

            open[connection] = already + 1;
            return true;
        }
    }

    private void Close(ConnectionId connection)
    {
        lock (gate)
        {
            if (--open[connection] == 0)
            {
                open.Remove(connection);
            }
        }
    }
}
