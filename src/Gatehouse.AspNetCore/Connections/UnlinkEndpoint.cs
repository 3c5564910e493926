using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.People;
using Gatehouse.AspNetCore.Vault;

namespace Gatehouse.AspNetCore.Connections;

/// <summary>The button that undoes the link to an account.</summary>
internal sealed class UnlinkEndpoint(PersonForms forms, AccountLinks links, ConnectionsPages pages) : IEndpoint
{
    public const string Pattern = "/connections/account";

    public bool IsPage => true;

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (!(await forms.ReadAsync(context, Pattern)).Accepted(out var session, out _, out var refusal))
        {
            return refusal;
        }

        // Undone before, in another tab: the page says the same, for it is so.
        if (await links.FindAsync(session.Person.Key, context.RequestAborted) is { } link)
        {
            await links.UndoAsync(link, "by the person on the connections page", session.Person.Key);
        }

        return pages.Done(session, ConnectionsPages.Unlinked);
    }
}
