using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.People;

namespace Gatehouse.AspNetCore.Connections;

/// <summary>What is connected as me. It writes nothing and calls nobody.</summary>
internal sealed class ConnectionsEndpoint(PersonSessions sessions, ConnectionsPages pages) : IEndpoint
{
    public const string Pattern = "/connections";

    public bool IsPage => true;

    public async Task<IResult> HandleAsync(HttpContext context) =>
        await sessions.FindAsync(context) is { } session
            ? await pages.ShowAsync(session, await pages.DoneOfAsync(session, context.Request), context.RequestAborted)
            : pages.SignIn(context, hasEnded: false);
}
