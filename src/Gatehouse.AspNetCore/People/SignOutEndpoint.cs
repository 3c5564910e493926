using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.AspNetCore.Tracing;

namespace Gatehouse.AspNetCore.People;

/// <summary>Ends the person's session at our own pages. Their clients stay connected.</summary>
internal sealed class SignOutEndpoint(
    PersonForms forms,
    PersonSessions sessions,
    SignIns signIns,
    IAuditLog audit,
    TimeProvider time
) : IEndpoint
{
    public const string Pattern = "/connections/sign-out";

    public bool IsPage => true;

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (!(await forms.ReadAsync(context, Pattern)).Accepted(out var session, out _, out var refusal))
        {
            return refusal;
        }

        await sessions.EndAsync(context, session);
        var entry = new AuditEntry(time.GetUtcNow(), "person.signed-out", session.Person.Key, null, "connections page");
        await audit.AppendAsync(entry, CancellationToken.None);
        return await signIns.FindSignOutAsync(session.Person, context.RequestAborted) is var (title, link)
            ? new SignedOutResult(new SignedOutPageModel(title, link))
            : Results.Extensions.SeeOther(ConnectionsEndpoint.Pattern);
    }
}
