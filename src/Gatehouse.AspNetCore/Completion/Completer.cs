using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Authorization;

namespace Gatehouse.AspNetCore.Completion;

/// <summary>Ends a transaction: with a connection and a code, or with the word that the person said no. One durable step each.</summary>
internal sealed class Completer(
    Deployment deployment,
    Transactions transactions,
    ClientDirectory clients,
    IConnectionStore connections,
    CredentialVault vault,
    TraceRing trace,
    TimeProvider time
)
{
    // PKCE binds a code to its client, so it may live long enough for a browser that asks before it opens an app.
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(5);

    /// <summary>The person is known. Nothing cancels it: a credential that was handed out must be kept or given back.</summary>
    public async Task<OpenTransaction> CompleteAsync(OpenTransaction transaction, SignInStep.SignedIn signedIn)
    {
        var request = transaction.Content.Request;
        var now = time.GetUtcNow();
        var credential = signedIn.Credential is { } content ? vault.Seal(content) : null;
        trace.Record(request.Id, $"{signedIn.Person.DisplayName} signed in");
        try
        {
            var client =
                await clients.FindAsync(ClientId.Parse(request.ClientId).Value, CancellationToken.None)
                ?? throw new InvalidOperationException("The client of a transaction is no longer known.");
            var code = AuthorizationCode.New();
            var next = transactions.Next(
                transaction,
                TransactionState.Finished,
                transaction.Content with
                {
                    Progress = null,
                    Answer = AuthorizationResponse.Success(request.Redirect, request.State, deployment.Issuer, code),
                    AnswerUntil = now + CodeLifetime,
                }
            );
            var connection = new Connection(
                ConnectionId.New(),
                signedIn.Person,
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
                    Code(code, connection.Id, client.Id, transaction.Content, now),
                    next.Stored,
                    new AuditEntry(
                        now,
                        "connection.made",
                        signedIn.Person.Key,
                        null,
                        $"{client.DisplayName}, {transaction.Content.Granted}, {request.SupportId}"
                    )
                ),
                CancellationToken.None
            );
            if (made is not null)
            {
                trace.Record(request.Id, $"connection {made} stands; the code is on its way");
                return next;
            }
        }
        catch
        {
            await vault.GiveBackAsync(credential, signedIn.Credential);
            throw;
        }

        await vault.GiveBackAsync(credential, signedIn.Credential);
        return await transactions.FindAsync(request.Id, CancellationToken.None) ?? transaction;
    }

    /// <summary>The person said no after all; a step of the sign-in that is saved at the same moment does not undo that.</summary>
    public async Task<OpenTransaction> CancelAsync(OpenTransaction transaction)
    {
        var request = transaction.Content.Request;
        trace.Record(request.Id, "the person cancels");
        var denied = new OAuthError(OAuthErrorCodes.AccessDenied, "The person cancelled the sign-in.");
        var answer = AuthorizationResponse.Failure(request.Redirect, request.State, deployment.Issuer, denied);
        while (transaction.Stored.State != TransactionState.Finished)
        {
            var content = transaction.Content with
            {
                Progress = null,
                Problem = null,
                Answer = answer,
                IsDenied = true,
                AnswerUntil = time.GetUtcNow() + CodeLifetime,
            };
            transaction = await transactions.UpdateAsync(
                transaction,
                TransactionState.Finished,
                content,
                CancellationToken.None
            );
        }

        return transaction;
    }

    private static CodeRecord Code(
        AuthorizationCode code,
        ConnectionId connection,
        ClientId client,
        TransactionContent content,
        DateTimeOffset now
    ) =>
        new(
            code.Hash,
            connection,
            client.Hash,
            content.Request.RedirectUri,
            content.Request.CodeChallenge,
            ScopeSet.Parse(content.Granted),
            now + CodeLifetime,
            Family: null
        );
}
