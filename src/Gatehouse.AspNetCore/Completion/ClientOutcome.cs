using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Consent;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.People;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Authorization;

namespace Gatehouse.AspNetCore.Completion;

/// <summary>
/// A client gets a connection and a code for it, or the word that the person said no: a web page or a program on this computer by redirect,
/// an app by a page that opens it and stays useful when the system has nothing to open it with.
/// </summary>
internal sealed class ClientOutcome(
    Deployment deployment,
    Transactions transactions,
    ClientDirectory clients,
    IConnectionStore connections,
    ITokenStore tokens,
    AnsweredCookie answered,
    TraceRing trace,
    TimeProvider time
) : IOutcome
{
    /// <summary>Asks for the command in place of the redirect.</summary>
    public const string Paste = "paste";

    public async Task<OpenTransaction?> WriteAsync(
        OpenTransaction transaction,
        Person person,
        StoredCredential? credential
    )
    {
        var authorization = Authorization(transaction);
        if (authorization.KnownAs is { } known && known.Key != person.Key)
        {
            await AskAsync(transaction, authorization, person, known);
            return null;
        }

        var (request, granted, _, _) = authorization;
        var now = time.GetUtcNow();
        var client =
            await clients.FindApprovedAsync(request, CancellationToken.None)
            ?? throw new InvalidOperationException("The client of a transaction is no longer known.");
        var code = AuthorizationCode.New();

        // PKCE binds a code to its client, so it may live as long as the answer that carries it.
        var until = now + Outcomes.AnswerLifetime;
        var next = transactions.Next(
            transaction,
            TransactionState.Finished,
            transaction.Content with
            {
                Progress = null,
                Answer = AuthorizationResponse.Success(request.Redirect, request.State, deployment.Issuer, code),
                AnswerUntil = until,
                Code = code.Hash.Value,
            }
        );
        var connection = new Connection(
            ConnectionId.New(),
            person,
            client.Id.Hash,
            client.DisplayName,
            deployment.Resource.Value,
            now,
            RevokedAt: null
        );
        var made = await connections.ConnectAsync(
            new NewConnection(
                connection,
                ClientDirectory.Record(client, now),
                credential,
                new CodeRecord(
                    code.Hash,
                    connection.Id,
                    client.Id.Hash,
                    request.RedirectUri,
                    request.CodeChallenge,
                    ScopeSet.Parse(granted),
                    until,
                    Family: null
                ),
                next.Stored,
                new AuditEntry(
                    now,
                    "connection.made",
                    person.Key,
                    null,
                    $"{client.DisplayName}, {granted}, {request.SupportId}"
                ),
                Consent: ConsentMemory.Knows(request.Redirect)
                    ? new RememberedConsent(
                        connection.Id,
                        request.RedirectUri,
                        ScopeSet.Parse(request.Offered),
                        ScopeSet.Parse(granted)
                    )
                    : null
            ),
            CancellationToken.None
        );
        if (made is null)
        {
            return null;
        }

        trace.Record(request.Id, $"connection {made} stands; the code is on its way");
        return next;
    }

    public string Denial(OpenTransaction transaction)
    {
        var request = Authorization(transaction).Request;
        var denied = new OAuthError(OAuthErrorCodes.AccessDenied, "The person cancelled the sign-in.");
        return AuthorizationResponse.Failure(request.Redirect, request.State, deployment.Issuer, denied);
    }

    public async Task<IResult> FinishAsync(OpenTransaction transaction, HttpContext context)
    {
        var (id, content) = (transaction.Stored.Id, transaction.Content);
        if (content.Answer is not { } answer || content.AnswerUntil < time.GetUtcNow())
        {
            return new ErrorResult(Problems.Expired, id, StatusCodes.Status410Gone);
        }

        var authorization = Authorization(transaction);
        var request = authorization.Request;
        if (request.Redirect.Kind == RedirectUriKind.PrivateScheme)
        {
            return new FinishedResult(new FinishedPageModel(request.ClientName, answer, id.Value, content.IsDenied));
        }

        if (request.Redirect.Kind == RedirectUriKind.Web || content.Code is not { } code)
        {
            return Results.Extensions.ToClient(answer);
        }

        var wantsCommand =
            authorization.IsElsewhere
            || context.Request.Query.ContainsKey(Paste)
            || answered.IsReturn(context.Request, id);
        if (wantsCommand)
        {
            return await CarryAsync(transaction, answer, TokenHash.FromStore(code), context.RequestAborted);
        }

        answered.Set(context.Response, id);
        return Results.Extensions.ToClient(answer);
    }

    // Only while it is of use, so that nobody is told to paste what would look like theft of a code.
    private async Task<IResult> CarryAsync(
        OpenTransaction transaction,
        string answer,
        TokenHash code,
        CancellationToken cancellationToken
    )
    {
        var id = transaction.Stored.Id;
        if (await tokens.FindCodeAsync(code, cancellationToken) is not { Family: null })
        {
            return new ErrorResult(Problems.AlreadyConnected, id, StatusCodes.Status410Gone);
        }

        trace.Record(id, "the person carries the answer to another machine");
        var command = CallbackCommand.Of(answer);
        var minutes = (int)Math.Ceiling((transaction.Content.AnswerUntil!.Value - time.GetUtcNow()).TotalMinutes);
        return new CarryResult(
            new CarryPageModel(
                Authorization(transaction).Request.ClientName,
                command.Curl,
                command.Url,
                minutes,
                id.Value
            )
        );
    }

    // What was granted is given back, and the person decides: trying again as whoever they want to be is then no surprise any more.
    private Task<OpenTransaction> AskAsync(
        OpenTransaction transaction,
        ClientAuthorization authorization,
        Person person,
        KnownPerson known
    )
    {
        var problem = Problems.PersonChanged(person.DisplayName, known.Name, authorization.Request.ClientName);
        trace.Record(transaction.Stored.Id, $"asked: {problem.Code}: {problem.Title}");
        return transactions.UpdateAsync(
            transaction,
            TransactionState.Failed,
            transaction.Content with
            {
                Purpose = authorization with { KnownAs = null },
                Progress = null,
                Problem = problem,
            },
            CancellationToken.None
        );
    }

    private static ClientAuthorization Authorization(OpenTransaction transaction) =>
        (ClientAuthorization)transaction.Content.Purpose;
}
