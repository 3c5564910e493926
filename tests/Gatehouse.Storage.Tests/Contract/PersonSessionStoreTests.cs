using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.People;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;

namespace Gatehouse.Storage.Tests.Contract;

public sealed class PersonSessionStoreTests : StoreTests
{
    [Theory, EveryStore]
    public async Task A_sign_in_writes_session_transaction_and_audit_and_queues_the_credential_for_deletion(
        string store
    )
    {
        using var stores = Open(store);
        var begun = await BeginAsync(stores, Sample.Credential());

        Assert.Equal(begun.Session, await stores.People.FindAsync(begun.Session.Hash, Stop));
        Assert.Equal([begun.Audit], await stores.Audit.ListAsync(new AuditQuery(10), Stop));
        Assert.Equal(
            TransactionState.Finished,
            (await stores.Transactions.FindAsync(begun.Transaction.Id, Sample.Now, Stop))!.State
        );
        var deletion = Assert.Single(await stores.Vault.ListDeletionsAsync(Sample.Now, 10, Stop));
        Assert.Equivalent(begun.Credential, deletion.Credential, strict: true);
    }

    [Theory, EveryStore]
    public async Task A_sign_in_that_another_request_finished_first_writes_nothing(string store)
    {
        using var stores = Open(store);
        var first = await BeginAsync(stores, null);
        var late = New(first.Transaction with { Version = 1 }, Sample.Credential());

        Assert.False(await stores.People.TryBeginAsync(late, Stop));

        Assert.Null(await stores.People.FindAsync(late.Session.Hash, Stop));
        Assert.Empty(await stores.Vault.ListDeletionsAsync(Sample.Now, 10, Stop));
        Assert.Single(await stores.Audit.ListAsync(new AuditQuery(10), Stop));
    }

    [Theory, EveryStore]
    public async Task A_use_is_noted_and_an_ended_session_is_gone(string store)
    {
        using var stores = Open(store);
        var (one, other) = ((await BeginAsync(stores, null)).Session, (await BeginAsync(stores, null)).Session);

        await stores.People.NoteUsedAsync(one.Hash, Sample.Now.AddMinutes(7), Stop);
        Assert.Equal(one with { LastUsedAt = Sample.Now.AddMinutes(7) }, await stores.People.FindAsync(one.Hash, Stop));

        await stores.People.EndAsync(one.Hash, Stop);
        await stores.People.NoteUsedAsync(one.Hash, Sample.Now.AddMinutes(8), Stop);
        Assert.Null(await stores.People.FindAsync(one.Hash, Stop));
        Assert.Equal(other, await stores.People.FindAsync(other.Hash, Stop));
    }

    [Theory, EveryStore]
    public async Task Expired_sessions_are_purged(string store)
    {
        using var stores = Open(store);
        var session = (await BeginAsync(stores, null)).Session;

        await stores.People.PurgeAsync(session.ExpiresAt.AddMilliseconds(-1), Stop);
        Assert.NotNull(await stores.People.FindAsync(session.Hash, Stop));
        await stores.People.PurgeAsync(session.ExpiresAt, Stop);
        Assert.Null(await stores.People.FindAsync(session.Hash, Stop));
    }

    private static async Task<NewPersonSession> BeginAsync(Stores stores, StoredCredential? credential)
    {
        var transaction = Sample.Transaction();
        await stores.Transactions.TryAddAsync(transaction, Sample.Limits, Stop);
        var begun = New(transaction, credential);
        Assert.True(await stores.People.TryBeginAsync(begun, Stop));
        return begun;
    }

    private static NewPersonSession New(Transaction transaction, StoredCredential? credential) =>
        new(
            new PersonSession(Sample.Hash(), Sample.Alice, Sample.Now, Sample.Now.AddHours(8)),
            credential,
            transaction with
            {
                State = TransactionState.Finished,
                Version = transaction.Version + 1,
            },
            new AuditEntry(Sample.Now, "person.signed-in", Sample.Alice.Key, null, "-")
        );
}
