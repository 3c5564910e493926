using System.Text.Json;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Authorization;

/// <summary>Seals and opens transactions on their way to and from the store.</summary>
internal sealed class Transactions(ITransactionStore store, Sealer sealer, TraceRing trace, TimeProvider time)
{
    /// <summary>How long a person may take between consent and the end of the sign-in. Nextcloud's Login Flow v2 allows 20 minutes.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>Begins one.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="browser">Hash of the cookie of the browser it belongs to.</param>
    /// <param name="purpose">What the person signs in for.</param>
    /// <param name="cancellationToken">Ends the wait, not the write.</param>
    /// <returns>False when there is one of that name: the same form was sent twice.</returns>
    public Task<bool> TryBeginAsync(
        TransactionId id,
        TokenHash browser,
        TransactionPurpose purpose,
        CancellationToken cancellationToken
    )
    {
        var expiresAt = time.GetUtcNow() + Lifetime;
        var begun = new Transaction(id, browser, TransactionState.SigningIn, [], "", Version: 1, expiresAt);
        return store.TryAddAsync(Seal(begun, new TransactionContent { Purpose = purpose }), cancellationToken);
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

    /// <summary>The next version, for a store to write.</summary>
    public OpenTransaction Next(OpenTransaction transaction, TransactionState state, TransactionContent content) =>
        new(
            Seal(transaction.Stored with { State = state, Version = transaction.Stored.Version + 1 }, content),
            content
        );

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
