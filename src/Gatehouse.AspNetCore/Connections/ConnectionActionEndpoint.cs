using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.People;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Connections;

/// <summary>The buttons of one connection: switch scopes, or end it. Only ever a connection of the person who is signed in.</summary>
internal sealed class ConnectionActionEndpoint(
    Deployment deployment,
    PersonForms forms,
    IConnectionStore store,
    ConnectionRegistry connections,
    ConnectionsPages pages
) : IEndpoint
{
    public const string Pattern = "/connections/{id}";

    /// <summary>The field that says what was on when the page was shown.</summary>
    public const string Shown = "shown";

    public static string PathOf(ConnectionId id) => $"/connections/{id}";

    public bool IsPage => true;

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var id = ConnectionId.Of((string)context.Request.RouteValues["id"]!);
        if (!(await forms.ReadAsync(context, PathOf(id))).Accepted(out var session, out var form, out var refusal))
        {
            return refusal;
        }

        // The seal says that the page showed this connection to this session; whose it is, is asked all the same.
        return
            await store.FindAsync(id, context.RequestAborted) is { RevokedAt: null } connection
            && connection.Person.Key == session.Person.Key
            ? await ActAsync(connection, session, form, context.RequestAborted)
            : Unknown();
    }

    private Task<IResult> ActAsync(
        Connection connection,
        PersonSession session,
        RequestParameters form,
        CancellationToken cancellationToken
    ) =>
        form["action"] switch
        {
            "disconnect" => DisconnectAsync(connection, session),
            "switch" => SwitchAsync(connection, session, form, cancellationToken),
            _ => Task.FromResult<IResult>(Unknown()),
        };

    private async Task<IResult> DisconnectAsync(Connection connection, PersonSession session)
    {
        var ended = await connections.RevokeAsync(
            connection.Id,
            $"{connection.ClientName}, by the person on the connections page",
            connection.Person.Key
        );
        return ended ? pages.Done(session, ConnectionsPages.Disconnected) : Unknown();
    }

    private async Task<IResult> SwitchAsync(
        Connection connection,
        PersonSession session,
        RequestParameters form,
        CancellationToken cancellationToken
    )
    {
        var kept = ScopeSet.Parse(string.Join(' ', form.All("scope"))).Intersect(deployment.Scopes.Names);
        if (kept.Count == 0)
        {
            return await pages.ShowAsync(session, ConnectionsPages.NothingKept, cancellationToken);
        }

        var change = ScopeSwitch.Between(ScopeSet.Parse(form[Shown]), deployment.Scopes.WithImplied(kept));
        return await connections.SwitchAsync(connection, change)
            ? pages.Done(session, ConnectionsPages.Switched)
            : Unknown();
    }

    private static ErrorResult Unknown() =>
        new(Problems.ConnectionUnknown, TransactionId.New(), StatusCodes.Status404NotFound);
}
