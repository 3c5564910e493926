using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Completion;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.AspNetCore.PersonalTokens;

/// <summary>A connection whose one family is one token: it is shown once, never refreshed, and ends at its time.</summary>
internal sealed class TokenOutcome(
    Deployment deployment,
    Transactions transactions,
    IConnectionStore connections,
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
        var (id, asked) = (transaction.Stored.Id, Asked(transaction));
        if (person.Key != asked.PersonKey)
        {
            await RefuseAsync(transaction, person);
            return null;
        }

        var now = time.GetUtcNow();
        var token = PersonalToken.New();
        var next = transactions.Next(
            transaction,
            TransactionState.Finished,
            transaction.Content with
            {
                Progress = null,
                Answer = token.Reveal(),
                AnswerUntil = now + Outcomes.AnswerLifetime,
            }
        );
        var made = await connections.ConnectAsync(
            Connection(asked, person, credential, token, now, next),
            CancellationToken.None
        );
        if (made is null)
        {
            return null;
        }

        trace.Record(id, $"token '{asked.Name}' made, connection {made}");
        return next;
    }

    public string? Denial(OpenTransaction transaction) => null;

    /// <summary>Shows the token, once: it is erased before it is shown.</summary>
    public async Task<IResult> FinishAsync(OpenTransaction transaction, HttpContext context)
    {
        if (transaction.Content is { Answer: { } token } content && content.AnswerUntil > time.GetUtcNow())
        {
            var erased = transactions.Next(transaction, TransactionState.Finished, content with { Answer = null });
            if (await transactions.TrySaveAsync(erased, CancellationToken.None))
            {
                var asked = Asked(transaction);
                return new TokenResult(new TokenPageModel(asked.Name, token, asked.Days, deployment.Resource.Value));
            }
        }

        return new ErrorResult(Problems.TokenShown, transaction.Stored.Id, StatusCodes.Status410Gone);
    }

    private NewConnection Connection(
        TokenCreation asked,
        Person person,
        StoredCredential? credential,
        PersonalToken token,
        DateTimeOffset now,
        OpenTransaction finished
    )
    {
        var client = TokenClient.New(asked.Name, now);
        var until = now + TimeSpan.FromDays(asked.Days);
        var connection = new Connection(
            ConnectionId.New(),
            person,
            client.Hash,
            asked.Name,
            deployment.Resource.Value,
            now,
            RevokedAt: null
        );
        var family = new TokenFamily(
            FamilyId.New(),
            connection.Id,
            person.Key,
            client.Hash,
            ScopeSet.Parse(asked.Scopes),
            now,
            RevokedAt: null,
            ExpiresAt: until
        );
        var detail = $"{asked.Name}, {asked.Scopes}, {asked.Days} days, {finished.Stored.Id}";
        return new NewConnection(
            connection,
            client,
            credential,
            Code: null,
            finished.Stored,
            new AuditEntry(now, "token.made", person.Key, null, detail),
            new NewToken(family, token.Hash, until)
        );
    }

    private Task<OpenTransaction> RefuseAsync(OpenTransaction transaction, Person person)
    {
        var problem = Problems.PersonDiffers(person.DisplayName, Asked(transaction).PersonName);
        trace.Record(transaction.Stored.Id, $"failed: {problem.Code}: {problem.Explanation}");
        return transactions.UpdateAsync(
            transaction,
            TransactionState.Failed,
            transaction.Content with
            {
                Progress = null,
                Problem = problem,
            },
            CancellationToken.None
        );
    }

    private static TokenCreation Asked(OpenTransaction transaction) => (TokenCreation)transaction.Content.Purpose;
}
