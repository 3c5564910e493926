using System.Text.Json;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Authorization;

/// <summary>Seals and opens transactions on their way to and from the store.</summary>
internal sealed class Transactions(
    ITransactionStore store,
    Sealer sealer,
    TraceRing trace,
    Deployment deployment,
    TimeProvider time
)
{
    /// <summary>How long a person may take between consent and the end of the sign-in. Nextcloud's Login Flow v2 allows 20 minutes.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    // A person has a handful of clients; whoever wants more slots clears the cookies, and meets the limit of all.
    private const int MaximumOfBrowser = 20;

    /// <summary>Begins one.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="browser">Hash of the cookie of the browser it belongs to.</param>
    /// <param name="purpose">What the person signs in for.</param>
    /// <param name="cancellationToken">Ends the wait, not the write.</param>
    /// <returns>False when there is one of that name: the same form was sent twice.</returns>
    /// <exception cref="SignInsFullException">Too many are open.</exception>
    public async Task<bool> TryBeginAsync(
        TransactionId id,
        TokenHash browser,
        TransactionPurpose purpose,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var begun = new Transaction(id, browser, TransactionState.SigningIn, [], "", Version: 1, now + Lifetime);
        var limits = new TransactionLimits(deployment.Options.MaximumOpenSignIns, MaximumOfBrowser, now);
        var row = Seal(begun, new TransactionContent { Purpose = purpose });
        return await store.TryAddAsync(row, limits, cancellationToken) switch
        {
            TransactionStart.Begun => true,
            TransactionStart.Repeated => false,
            TransactionStart.FullForBrowser => throw new SignInsFullException(Problems.TooManyOfBrowser),
            _ => throw new SignInsFullException(Problems.TooManySignIns),
        };
    }

    /// <summary>Finds one; null when it is unknown or expired. Whose browser it is, <see cref="Transaction.Browser"/> says.</summary>
    public async Task<OpenTransaction?> FindAsync(TransactionId id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, time.GetUtcNow(), cancellationToken) is not { } stored)
        {
            return null;
        }

        var json = await sealer.OpenAsync(stored.Content, Context(id), cancellationToken);
        return json is null
            ? null
            : new OpenTransaction(stored, JsonSerializer.Deserialize(json, GatehouseJson.Default.TransactionContent)!);
    }

    /// <summary>The next version, for a store to write. One that ended stays as long as its answer is of use.</summary>
    public OpenTransaction Next(OpenTransaction transaction, TransactionState state, TransactionContent content) =>
        Next(transaction, state, content, content.AnswerUntil ?? transaction.Stored.ExpiresAt);

    /// <summary>Writes a next version unless another request was faster.</summary>
    public Task<bool> TrySaveAsync(OpenTransaction next, CancellationToken cancellationToken) =>
        store.TryUpdateAsync(next.Stored, cancellationToken);

    /// <summary>Writes the next version.</summary>
    /// <returns>The next version, or what a faster request made of it.</returns>
    public async Task<OpenTransaction> UpdateAsync(
        OpenTransaction transaction,
        TransactionState state,
        TransactionContent content,
        CancellationToken cancellationToken
    )
    {
        var next = Next(transaction, state, content);
        return await store.TryUpdateAsync(next.Stored, cancellationToken)
            ? next
            : await FindAsync(transaction.Stored.Id, cancellationToken) ?? next;
    }

    /// <summary>Keeps the way to sign in that the person chose.</summary>
    public Task<OpenTransaction> ChooseAsync(
        OpenTransaction transaction,
        string signIn,
        string? loginHint,
        CancellationToken cancellationToken
    ) =>
        UpdateAsync(
            transaction,
            TransactionState.SigningIn,
            transaction.Content with
            {
                SignIn = signIn,
                LoginHint = loginHint,
                Progress = null,
            },
            cancellationToken
        );

    /// <summary>Lets a person try again, with time enough for a whole sign-in.</summary>
    public async Task RestartAsync(OpenTransaction transaction, CancellationToken cancellationToken)
    {
        var content = transaction.Content;
        var afresh = content with
        {
            Progress = null,
            Problem = null,
            SignIn = content.Identified is null ? null : content.SignIn,
            LoginHint = null,
        };
        var next = Next(transaction, TransactionState.SigningIn, afresh, time.GetUtcNow() + Lifetime);
        await store.TryUpdateAsync(next.Stored, cancellationToken);
    }

    private OpenTransaction Next(
        OpenTransaction transaction,
        TransactionState state,
        TransactionContent content,
        DateTimeOffset atLeastUntil
    )
    {
        var stored = transaction.Stored;
        var until = atLeastUntil > stored.ExpiresAt ? atLeastUntil : stored.ExpiresAt;
        var next = stored with { State = state, Version = stored.Version + 1, ExpiresAt = until };
        return new OpenTransaction(Seal(next, content), content);
    }

    private Transaction Seal(Transaction transaction, TransactionContent content) =>
        transaction with
        {
            Content = sealer.Seal(
                JsonSerializer.SerializeToUtf8Bytes(content, GatehouseJson.Default.TransactionContent),
                Context(transaction.Id)
            ),
            Story = Continue(transaction),
        };

    // The ring knows what happened on this node since it started; the row what was saved before, here or elsewhere.
    private string Continue(Transaction transaction)
    {
        var saved =
            transaction.Story.Length == 0
                ? []
                : JsonSerializer.Deserialize(transaction.Story, GatehouseJson.Default.IReadOnlyListTraceStep)!;
        var fresh = trace.Read(transaction.Id).Except(saved);
        return JsonSerializer.Serialize([.. saved, .. fresh], GatehouseJson.Default.IReadOnlyListTraceStep);
    }

    private static string Context(TransactionId id) => $"transaction {id}";
}
