using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.People;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.OAuth;

namespace Gatehouse.Storage.Tests.Contract;

public sealed class ConnectionStoreTests : StoreTests
{
    [Theory, EveryStore]
    public async Task A_sign_in_writes_connection_client_credential_code_transaction_and_audit(string store)
    {
        using var stores = Open(store);
        var credential = Sample.Credential();

        var made = await stores.SignInAsync(Stop, credential: credential);

        Assert.Equal(made.Connection, await stores.Connections.FindAsync(made.Connection.Id, Stop));
        Assert.Equal(made.Client, await stores.Clients.FindAsync(made.Client.Hash, Stop));
        Assert.Equal(made.Code!, await stores.Tokens.FindCodeAsync(made.Code!.Hash, Stop));
        Assert.Equal([made.Audit], await stores.Audit.ListAsync(new AuditQuery(10), Stop));
        Assert.Equivalent(credential, await stores.Vault.FindAsync(made.Connection.Id, Stop), strict: true);
        Assert.Equivalent(
            made.Transaction,
            await stores.Transactions.FindAsync(made.Transaction.Id, Sample.Now, Stop),
            strict: true
        );
    }

    [Theory, EveryStore]
    public async Task A_second_sign_in_of_the_same_person_client_and_resource_joins_the_connection(string store)
    {
        using var stores = Open(store);
        var first = await stores.SignInAsync(Stop);

        var second = await stores.SignInAsync(Stop, Sample.Alice with { DisplayName = "Alice Married" });

        Assert.Equal(first.Connection.Id, second.Connection.Id);
        var connection = Assert.Single(await stores.Connections.ListAsync(Sample.Alice.Key, Stop));
        Assert.Equal("Alice Married", connection.Person.DisplayName);
        Assert.Equal(first.Connection.Id, (await stores.Tokens.FindCodeAsync(second.Code!.Hash, Stop))!.Connection);
        Assert.Equal(first.Connection.Id.Value, (await stores.Audit.ListAsync(new AuditQuery(1), Stop))[0].Connection);
    }

    [Theory, EveryStore]
    public async Task Another_person_client_or_resource_makes_another_connection(string store)
    {
        using var stores = Open(store);
        var first = await stores.SignInAsync(Stop);
        var otherPerson = await stores.SignInAsync(Stop, Sample.Bob);
        var otherClient = await stores.SignInAsync(Stop, client: "client-2");
        var transaction = Sample.Transaction();
        await stores.Transactions.TryAddAsync(transaction, Sample.Limits, Stop);
        var made = Sample.SignIn(transaction);
        var otherResource = await stores.Connections.ConnectAsync(
            made with
            {
                Connection = made.Connection with { Resource = "https://mcp.example.com/other" },
            },
            Stop
        );

        ConnectionId[] all =
        [
            first.Connection.Id,
            otherPerson.Connection.Id,
            otherClient.Connection.Id,
            otherResource!.Value,
        ];
        Assert.Equal(4, all.Distinct().Count());
        Assert.Equal(3, (await stores.Connections.ListAsync(Sample.Alice.Key, Stop)).Count);
    }

    [Theory, EveryStore]
    public async Task A_client_keeps_its_first_approval_and_has_the_metadata_of_the_last_sign_in(string store)
    {
        using var stores = Open(store);
        var first = await stores.SignInAsync(Stop);
        var transaction = Sample.Transaction();
        await stores.Transactions.TryAddAsync(transaction, Sample.Limits, Stop);
        var second = Sample.SignIn(transaction, Sample.Bob);

        await stores.Connections.ConnectAsync(
            second with
            {
                Client = second.Client with { Metadata = "{}", ApprovedAt = Sample.Now.AddDays(1) },
            },
            Stop
        );

        Assert.Equal(first.Client with { Metadata = "{}" }, await stores.Clients.FindAsync(first.Client.Hash, Stop));
    }

    [Theory, EveryStore]
    public async Task A_replaced_credential_is_queued_for_deletion(string store)
    {
        using var stores = Open(store);
        var (former, latter) = (Sample.Credential(), Sample.Credential());
        await stores.SignInAsync(Stop, credential: former);

        var made = await stores.SignInAsync(Stop, credential: latter);

        Assert.Equal(latter.Id, (await stores.Vault.FindAsync(made.Connection.Id, Stop))!.Id);
        var deletion = Assert.Single(await stores.Vault.ListDeletionsAsync(Sample.Now, 10, Stop));
        Assert.Equivalent(former, deletion.Credential, strict: true);
        Assert.Equal(0, deletion.Attempts);
    }

    [Theory, EveryStore]
    public async Task A_sign_in_without_credential_leaves_the_former_one(string store)
    {
        using var stores = Open(store);
        var credential = Sample.Credential();
        await stores.SignInAsync(Stop, credential: credential);

        var made = await stores.SignInAsync(Stop);

        Assert.Equal(credential.Id, (await stores.Vault.FindAsync(made.Connection.Id, Stop))!.Id);
        Assert.Empty(await stores.Vault.ListDeletionsAsync(Sample.Now, 10, Stop));
    }

    [Theory, EveryStore]
    public async Task A_transaction_finished_by_another_request_writes_nothing(string store)
    {
        using var stores = Open(store);
        var first = await stores.SignInAsync(Stop, credential: Sample.Credential());
        var late = Sample.SignIn(first.Transaction with { Version = 1 }, Sample.Bob, "client-2", Sample.Credential());

        Assert.Null(await stores.Connections.ConnectAsync(late, Stop));

        Assert.Null(await stores.Connections.FindAsync(late.Connection.Id, Stop));
        Assert.Null(await stores.Clients.FindAsync(late.Client.Hash, Stop));
        Assert.Null(await stores.Tokens.FindCodeAsync(late.Code!.Hash, Stop));
        Assert.Null(await stores.Vault.FindAsync(late.Connection.Id, Stop));
        Assert.Single(await stores.Audit.ListAsync(new AuditQuery(10), Stop));
    }

    [Theory, EveryStore]
    public async Task Of_two_requests_that_finish_one_transaction_one_wins(string store)
    {
        using var stores = Open(store);
        var transaction = Sample.Transaction();
        await stores.Transactions.TryAddAsync(transaction, Sample.Limits, Stop);

        var ids = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(_ => Task.Run(() => stores.Connections.ConnectAsync(Sample.SignIn(transaction), Stop), Stop))
        );

        Assert.Single(ids, id => id is not null);
        Assert.Single(await stores.Audit.ListAsync(new AuditQuery(100), Stop));
    }

    [Theory, EveryStore]
    public async Task Parallel_sign_ins_of_one_person_and_client_share_one_connection(string store)
    {
        using var stores = Open(store);

        var made = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => Task.Run(() => stores.SignInAsync(Stop), Stop))
        );

        Assert.Single(made.Select(one => one.Connection.Id).Distinct());
        Assert.Single(await stores.Connections.ListAsync(Sample.Alice.Key, Stop));
    }

    [Theory, EveryStore]
    public async Task Connections_of_a_person_are_listed_oldest_first_without_revoked_ones(string store)
    {
        using var stores = Open(store);
        var times = new[] { 3, 1, 2 };
        foreach (var day in times)
        {
            var transaction = Sample.Transaction();
            await stores.Transactions.TryAddAsync(transaction, Sample.Limits, Stop);
            var made = Sample.SignIn(transaction, client: $"client-{day}");
            var dated = made with { Connection = made.Connection with { CreatedAt = Sample.Now.AddDays(day) } };
            await stores.Connections.ConnectAsync(dated, Stop);
        }

        var revoked = await stores.SignInAsync(Stop, client: "client-4");
        await stores.Connections.RevokeAsync(revoked.Connection.Id, Sample.Now, Sample.Audit(), Stop);

        var listed = await stores.Connections.ListAsync(Sample.Alice.Key, Stop);

        Assert.Equal(
            ["client-1", "client-2", "client-3"],
            from connection in listed
            from client in new[] { "client-1", "client-2", "client-3", "client-4" }
            where connection.ClientHash == TokenHash.Of(client)
            select client
        );
    }

    [Theory, EveryStore]
    public async Task Revoking_ends_families_queues_the_credential_and_is_logged(string store)
    {
        using var stores = Open(store);
        var credential = Sample.Credential();
        var made = await stores.SignInAsync(Stop, credential: credential);
        var token = await stores.RedeemAsync(made.Code!, Stop);
        var audit = new AuditEntry(Sample.Now, "connection.revoked", Sample.Alice.Key, made.Connection.Id.Value, "why");

        Assert.True(await stores.Connections.RevokeAsync(made.Connection.Id, Sample.Now, audit, Stop));

        Assert.Equal(Sample.Now, (await stores.Connections.FindAsync(made.Connection.Id, Stop))!.RevokedAt);
        Assert.Equal(Sample.Now, (await stores.Tokens.FindRefreshTokenAsync(token.Hash, Stop))!.Family.RevokedAt);
        Assert.Null(await stores.Vault.FindAsync(made.Connection.Id, Stop));
        var deletion = Assert.Single(await stores.Vault.ListDeletionsAsync(Sample.Now, 10, Stop));
        Assert.Equal(credential.Id, deletion.Credential.Id);
        Assert.Equal(audit, (await stores.Audit.ListAsync(new AuditQuery(1), Stop))[0]);
    }

    [Theory, EveryStore]
    public async Task Revoking_twice_or_an_unknown_connection_says_false_and_writes_nothing(string store)
    {
        using var stores = Open(store);
        var made = await stores.SignInAsync(Stop);
        await stores.Connections.RevokeAsync(made.Connection.Id, Sample.Now, Sample.Audit(), Stop);

        var later = Sample.Now.AddHours(1);
        Assert.False(await stores.Connections.RevokeAsync(made.Connection.Id, later, Sample.Audit(), Stop));
        Assert.False(await stores.Connections.RevokeAsync(ConnectionId.New(), later, Sample.Audit(), Stop));

        Assert.Equal(Sample.Now, (await stores.Connections.FindAsync(made.Connection.Id, Stop))!.RevokedAt);
        Assert.Equal(2, (await stores.Audit.ListAsync(new AuditQuery(10), Stop)).Count);
    }

    [Theory, EveryStore]
    public async Task A_revoked_connection_never_lives_again_a_sign_in_makes_a_new_one(string store)
    {
        using var stores = Open(store);
        var first = await stores.SignInAsync(Stop);
        await stores.Connections.RevokeAsync(first.Connection.Id, Sample.Now, Sample.Audit(), Stop);

        var second = await stores.SignInAsync(Stop);

        Assert.NotEqual(first.Connection.Id, second.Connection.Id);
        Assert.NotNull((await stores.Connections.FindAsync(first.Connection.Id, Stop))!.RevokedAt);
        Assert.Null((await stores.Connections.FindAsync(second.Connection.Id, Stop))!.RevokedAt);
    }

    [Theory, EveryStore]
    public async Task All_connections_are_listed_for_the_operator_ended_ones_too(string store)
    {
        using var stores = Open(store);
        var (alice, bob) = (await stores.SignInAsync(Stop), await stores.SignInAsync(Stop, Sample.Bob));
        await stores.Connections.RevokeAsync(bob.Connection.Id, Sample.Now, Sample.Audit(), Stop);

        var all = await stores.Connections.ListAllAsync(Stop);

        Assert.Equal(
            [(alice.Connection.Id, null), (bob.Connection.Id, Sample.Now)],
            all.OrderBy(one => one.Person.Subject, StringComparer.Ordinal)
                .Select(one => (one.Id, one.RevokedAt))
                .ToArray()
        );
    }

    [Theory, EveryStore]
    public async Task Ending_a_person_ends_all_that_stands_of_them_and_of_nobody_else(string store)
    {
        using var stores = Open(store);
        var credential = Sample.Credential();
        var first = await stores.SignInAsync(Stop, credential: credential);
        var second = await stores.SignInAsync(Stop, client: "client-2");
        var bob = await stores.SignInAsync(Stop, Sample.Bob);
        var token = await stores.RedeemAsync(first.Code!, Stop);
        var link = new StoredLink(Sample.Alice.Key, "alice.a", Sample.Credential());
        await stores.Vault.LinkAsync(link, Sample.Audit(), Stop);
        var session = await BeginPageAsync(stores, Sample.Alice);
        var other = await BeginPageAsync(stores, Sample.Bob);

        var entry = new AuditEntry(Sample.Now, "person.ended", Sample.Alice.Key, null, "by the operator");
        var ended = await stores.Connections.EndPersonAsync(Sample.Alice, entry, Stop);

        Assert.Equal(
            (Sorted(first.Connection.Id, second.Connection.Id), "alice.a", 1),
            (Sorted([.. ended.Connections.Select(one => one.Id)]), Assert.Single(ended.Accounts), ended.Sessions)
        );
        Assert.Empty(await stores.Connections.ListAsync(Sample.Alice.Key, Stop));
        Assert.Equal(Sample.Now, (await stores.Tokens.FindRefreshTokenAsync(token.Hash, Stop))!.Family.RevokedAt);
        Assert.Null(await stores.Vault.FindLinkAsync(Sample.Alice.Key, link.Credential.SignIn, Stop));
        Assert.Null(await stores.People.FindAsync(session, Stop));
        Assert.Equal(
            new[] { credential.Id, link.Credential.Id }.Order(StringComparer.Ordinal),
            (await stores.Vault.ListDeletionsAsync(Sample.Now, 10, Stop))
                .Select(deletion => deletion.Credential.Id)
                .Order(StringComparer.Ordinal)
        );
        Assert.Single(await stores.Connections.ListAsync(Sample.Bob.Key, Stop), bob.Connection);
        Assert.NotNull(await stores.People.FindAsync(other, Stop));
        Assert.Equal(
            [
                ("account.unlinked", "alice.a, by the operator"),
                ("connection.revoked", "A client, by the operator"),
                ("connection.revoked", "A client, by the operator"),
                ("person.ended", "by the operator"),
            ],
            (await stores.Audit.ListAsync(new AuditQuery(4), Stop)).Select(line => (line.Event, line.Detail))
        );
    }

    private static string Sorted(params ConnectionId[] ids) =>
        string.Join(' ', ids.Select(id => id.Value).Order(StringComparer.Ordinal));

    private static async Task<TokenHash> BeginPageAsync(Stores stores, Person person)
    {
        var transaction = Sample.Transaction();
        await stores.Transactions.TryAddAsync(transaction, Sample.Limits, Stop);
        var session = new PersonSession(Sample.Hash(), person, Sample.Now, Sample.Now.AddHours(8));
        var finished = transaction with { State = TransactionState.Finished, Version = transaction.Version + 1 };
        Assert.True(
            await stores.People.TryBeginAsync(new NewPersonSession(session, null, finished, Sample.Audit()), Stop)
        );
        return session.Hash;
    }

    [Theory, EveryStore]
    public async Task Revocations_are_heard_of_from_the_moment_on(string store)
    {
        using var stores = Open(store);
        var (early, exact) = (await stores.SignInAsync(Stop), await stores.SignInAsync(Stop, Sample.Bob));
        await stores.SignInAsync(Stop, client: "living");
        await stores.Connections.RevokeAsync(early.Connection.Id, Sample.Now.AddSeconds(-1), Sample.Audit(), Stop);
        await stores.Connections.RevokeAsync(exact.Connection.Id, Sample.Now, Sample.Audit(), Stop);

        Assert.Equal([exact.Connection.Id], await stores.Connections.ListRevokedSinceAsync(Sample.Now, Stop));
        Assert.Equal(
            [early.Connection.Id, exact.Connection.Id],
            await stores.Connections.ListRevokedSinceAsync(Sample.Now.AddHours(-1), Stop)
        );
        Assert.Empty(await stores.Connections.ListRevokedSinceAsync(Sample.Now.AddSeconds(1), Stop));
    }
}
