using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Completion;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.People;

/// <summary>The browser gets a session at our own pages; what lets us act as the person upstream is given back, for nobody needs it here.</summary>
internal sealed class PageOutcome(
    Transactions transactions,
    IPersonSessionStore store,
    PersonSessions sessions,
    TraceRing trace,
    TimeProvider time
) : IOutcome
{
    public async Task<OpenTransaction?> WriteAsync(
        OpenTransaction transaction,
        Person person,
        StoredCredential? credential
    )
    {
        var (id, now) = (transaction.Stored.Id, time.GetUtcNow());
        var secret = RandomText.New();
        var next = transactions.Next(
            transaction,
            TransactionState.Finished,
            transaction.Content with
            {
                Progress = null,
                Answer = secret,
                AnswerUntil = now + Outcomes.AnswerLifetime,
            }
        );
        var entry = new AuditEntry(now, "person.signed-in", person.Key, null, $"connections page, {id}");
        var session = new NewPersonSession(sessions.New(person, secret), credential, next.Stored, entry);
        if (!await store.TryBeginAsync(session, CancellationToken.None))
        {
            return null;
        }

        trace.Record(id, "signed in to the connections page");
        return next;
    }

    public string? Denial(OpenTransaction transaction) => null;

    public async Task<IResult> FinishAsync(OpenTransaction transaction, HttpContext context)
    {
        // Without an answer, or too late for it, the page itself says that nobody is signed in.
        if (transaction.Content is { Answer: { } secret } content && content.AnswerUntil > time.GetUtcNow())
        {
            await sessions.HandOverAsync(context, secret);
        }

        return Results.Extensions.SeeOther(ConnectionsEndpoint.Pattern);
    }
}
