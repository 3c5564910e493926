using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;

namespace Gatehouse.Storage.Tests.Contract;

public sealed class VaultStoreTests : StoreTests
{
    [Theory, EveryStore]
    public async Task A_connection_without_credential_has_none(string store)
    {
        using var stores = Open(store);
        var made = await stores.SignInAsync(Stop);

        Assert.Null(await stores.Vault.FindAsync(made.Connection.Id, Stop));
    }

    [Theory, EveryStore]
    public async Task A_credential_that_never_came_into_use_is_queued_once(string store)
    {
        using var stores = Open(store);
        var credential = Sample.Credential();

        await stores.Vault.QueueDeletionAsync(credential, Sample.Now, Stop);
        await stores.Vault.QueueDeletionAsync(credential, Sample.Now, Stop);

        var deletion = Assert.Single(await stores.Vault.ListDeletionsAsync(Sample.Now, 10, Stop));
        Assert.Equivalent(credential, deletion.Credential, strict: true);
    }

    [Theory, EveryStore]
    public async Task Deletions_are_listed_when_due_oldest_first_and_no_more_than_asked(string store)
    {
        using var stores = Open(store);
        var (third, first, second) = (Sample.Credential(), Sample.Credential(), Sample.Credential());
        await stores.Vault.QueueDeletionAsync(third, Sample.Now.AddMinutes(3), Stop);
        await stores.Vault.QueueDeletionAsync(first, Sample.Now.AddMinutes(1), Stop);
        await stores.Vault.QueueDeletionAsync(second, Sample.Now.AddMinutes(2), Stop);

        var due = await stores.Vault.ListDeletionsAsync(Sample.Now.AddMinutes(2), 10, Stop);
        Assert.Equal([first.Id, second.Id], due.Select(deletion => deletion.Credential.Id));

        var few = await stores.Vault.ListDeletionsAsync(Sample.Now.AddMinutes(5), 1, Stop);
        Assert.Equal([first.Id], few.Select(deletion => deletion.Credential.Id));
    }

    [Theory, EveryStore]
    public async Task A_failed_deletion_is_put_off_and_counted_until_it_is_done(string store)
    {
        using var stores = Open(store);
        var credential = Sample.Credential();
        await stores.Vault.QueueDeletionAsync(credential, Sample.Now, Stop);

        await stores.Vault.PostponeDeletionAsync(credential.Id, Sample.Now.AddMinutes(1), Stop);
        await stores.Vault.PostponeDeletionAsync(credential.Id, Sample.Now.AddMinutes(5), Stop);

        Assert.Empty(await stores.Vault.ListDeletionsAsync(Sample.Now.AddMinutes(1), 10, Stop));
        var deletion = Assert.Single(await stores.Vault.ListDeletionsAsync(Sample.Now.AddMinutes(5), 10, Stop));
        Assert.Equal(2, deletion.Attempts);

        await stores.Vault.CompleteDeletionAsync(credential.Id, Stop);
        Assert.Empty(await stores.Vault.ListDeletionsAsync(Sample.Now.AddYears(1), 10, Stop));
    }

    [Theory, EveryStore]
    public async Task A_link_is_kept_for_each_person_and_sign_in(string store)
    {
        using var stores = Open(store);
        var link = Link("alice");

        await stores.Vault.LinkAsync(link, Entry, Stop);

        Assert.Equivalent(link, await stores.Vault.FindLinkAsync("alice", "door", Stop), strict: true);
        Assert.Null(await stores.Vault.FindLinkAsync("bob", "door", Stop));
        Assert.Null(await stores.Vault.FindLinkAsync("alice", "window", Stop));
    }

    [Theory, EveryStore]
    public async Task A_new_link_replaces_the_former_whose_credential_is_queued(string store)
    {
        using var stores = Open(store);
        var (former, newer) = (Link("alice"), Link("alice"));
        await stores.Vault.LinkAsync(former, Entry, Stop);

        await stores.Vault.LinkAsync(newer, Entry, Stop);

        Assert.Equal(newer.Credential.Id, (await stores.Vault.FindLinkAsync("alice", "door", Stop))!.Credential.Id);
        var deletion = Assert.Single(await stores.Vault.ListDeletionsAsync(Sample.Now, 10, Stop));
        Assert.Equivalent(former.Credential, deletion.Credential, strict: true);
    }

    [Theory, EveryStore]
    public async Task Undoing_a_link_queues_its_credential_and_leaves_a_newer_one_alone(string store)
    {
        using var stores = Open(store);
        var (former, newer) = (Link("alice"), Link("alice"));
        await stores.Vault.LinkAsync(newer, Entry, Stop);

        Assert.Null(await stores.Vault.UnlinkAsync(former, Entry, Stop));
        Assert.Empty((await stores.Vault.UnlinkAsync(newer, Entry, Stop))!);
        Assert.Null(await stores.Vault.UnlinkAsync(newer, Entry, Stop));

        Assert.Null(await stores.Vault.FindLinkAsync("alice", "door", Stop));
        var deletion = Assert.Single(await stores.Vault.ListDeletionsAsync(Sample.Now, 10, Stop));
        Assert.Equal(newer.Credential.Id, deletion.Credential.Id);
    }

    [Theory, EveryStore]
    public async Task Undoing_a_link_ends_all_connections_of_the_person_in_the_same_step(string store)
    {
        using var stores = Open(store);
        var made = await stores.SignInAsync(Stop);
        var link = Link(made.Connection.Person.Key);
        await stores.Vault.LinkAsync(link, Entry, Stop);

        var ended = await stores.Vault.UnlinkAsync(link, Entry, Stop);

        Assert.Equal([made.Connection.Id], ended!);
        Assert.NotNull((await stores.Connections.FindAsync(made.Connection.Id, Stop))!.RevokedAt);
    }

    private static AuditEntry Entry { get; } = new(Sample.Now, "account.linked", "alice", null, "test");

    private static StoredLink Link(string person) => new(person, "account", Sample.Credential());

    [Theory, EveryStore]
    public async Task One_node_at_a_time_may_renew_a_credential(string store)
    {
        using var stores = Open(store);
        var (connection, credential) = await ConnectAsync(stores);

        Assert.True(await LeaseAsync(stores, connection, credential.Id, "one", Sample.Now));
        Assert.False(await LeaseAsync(stores, connection, credential.Id, "two", Sample.Now));
        Assert.True(await LeaseAsync(stores, connection, credential.Id, "one", Sample.Now));

        await stores.Vault.ReleaseAsync(connection, credential.Id, "two", Stop);
        Assert.False(await LeaseAsync(stores, connection, credential.Id, "two", Sample.Now));

        await stores.Vault.ReleaseAsync(connection, credential.Id, "one", Stop);
        Assert.True(await LeaseAsync(stores, connection, credential.Id, "two", Sample.Now));
    }

    [Theory, EveryStore]
    public async Task A_node_that_is_gone_keeps_nobody_from_renewing(string store)
    {
        using var stores = Open(store);
        var (connection, credential) = await ConnectAsync(stores);
        await LeaseAsync(stores, connection, credential.Id, "gone", Sample.Now);

        Assert.False(await LeaseAsync(stores, connection, credential.Id, "two", Sample.Now.AddSeconds(29)));
        Assert.True(await LeaseAsync(stores, connection, credential.Id, "two", Sample.Now.AddSeconds(30)));
    }

    [Theory, EveryStore]
    public async Task A_renewed_credential_takes_the_place_of_its_former_one_and_nothing_is_to_be_deleted(string store)
    {
        using var stores = Open(store);
        var (connection, credential) = await ConnectAsync(stores);
        await LeaseAsync(stores, connection, credential.Id, "one", Sample.Now);
        var renewed = Sample.Credential();

        Assert.True(await stores.Vault.TryReplaceAsync(connection, credential.Id, renewed, Stop));

        Assert.Equivalent(renewed, await stores.Vault.FindAsync(connection, Stop), strict: true);
        Assert.Empty(await stores.Vault.ListDeletionsAsync(Sample.Now.AddYears(1), 10, Stop));
        Assert.True(await LeaseAsync(stores, connection, renewed.Id, "two", Sample.Now));
    }

    [Theory, EveryStore]
    public async Task A_credential_that_was_replaced_meanwhile_is_not_renewed(string store)
    {
        using var stores = Open(store);
        var (connection, credential) = await ConnectAsync(stores);
        var newer = Sample.Credential();
        await stores.Vault.TryReplaceAsync(connection, credential.Id, newer, Stop);

        Assert.False(await stores.Vault.TryReplaceAsync(connection, credential.Id, Sample.Credential(), Stop));
        Assert.False(await LeaseAsync(stores, connection, credential.Id, "one", Sample.Now));
        Assert.Equal(newer.Id, (await stores.Vault.FindAsync(connection, Stop))!.Id);
    }

    [Theory, EveryStore]
    public async Task The_credential_of_a_connection_that_ended_is_not_renewed(string store)
    {
        using var stores = Open(store);
        var (connection, credential) = await ConnectAsync(stores);
        await stores.Connections.RevokeAsync(connection, Sample.Now, Sample.Audit(), Stop);

        Assert.False(await LeaseAsync(stores, connection, credential.Id, "one", Sample.Now));
        Assert.False(await stores.Vault.TryReplaceAsync(connection, credential.Id, Sample.Credential(), Stop));
        var deletion = Assert.Single(await stores.Vault.ListDeletionsAsync(Sample.Now.AddYears(1), 10, Stop));
        Assert.Equal(credential.Id, deletion.Credential.Id);
    }

    private static Task<bool> LeaseAsync(
        Stores stores,
        ConnectionId connection,
        string credential,
        string holder,
        DateTimeOffset now
    ) => stores.Vault.TryLeaseAsync(connection, credential, holder, now, now.AddSeconds(30), Stop);

    private static async Task<(ConnectionId, StoredCredential)> ConnectAsync(Stores stores)
    {
        var credential = Sample.Credential();
        var made = await stores.SignInAsync(Stop, credential: credential);
        return (made.Connection.Id, credential);
    }
}
