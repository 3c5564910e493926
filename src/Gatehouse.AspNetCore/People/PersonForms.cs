using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.People;

/// <summary>
/// Every act of a signed-in person comes through here: sent by a page of ours (<see cref="OwnPageRule"/>), in a living session, with the seal that was
/// rendered for this session and this act.
/// </summary>
internal sealed class PersonForms(
    OwnPageRule ownPage,
    PersonSessions sessions,
    PersonCookie cookie,
    FormSeal seals,
    ConnectionsPages pages
)
{
    /// <summary>Reads a form.</summary>
    /// <param name="context">The POST.</param>
    /// <param name="act">What the form must have been rendered for.</param>
    public async Task<PersonForm> ReadAsync(HttpContext context, string act)
    {
        if (!ownPage.Allows(context.Request))
        {
            return Refuse(Problems.FormForeign);
        }

        if (!(await ParameterReader.FormAsync(context.Request)).Succeeded(out var fields, out var malformed))
        {
            return Refuse(Problems.RequestMalformed(malformed));
        }

        if (await sessions.FindAsync(context) is not { } session)
        {
            return new PersonForm(
                null,
                null,
                pages.SignIn(context, hasEnded: cookie.Read(context.Request) is not null)
            );
        }

        return await seals.IsOursAsync(fields["seal"], act, session.Hash, context.RequestAborted)
            ? new PersonForm(session, fields, null)
            : Refuse(Problems.FormForeign);
    }

    private static PersonForm Refuse(Problem problem) =>
        new(null, null, new ErrorResult(problem, TransactionId.New(), StatusCodes.Status400BadRequest));
}
