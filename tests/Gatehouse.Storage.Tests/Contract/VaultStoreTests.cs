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

        Assert.False(await stores.Vault.UnlinkAsync(former, Entry, Stop));
        Assert.True(await stores.Vault.UnlinkAsync(newer, Entry, Stop));
        Assert.False(await stores.Vault.UnlinkAsync(newer, Entry, Stop));

        Assert.Null(await stores.Vault.FindLinkAsync("alice", "door", Stop));
        var deletion = Assert.Single(await stores.Vault.ListDeletionsAsync(Sample.Now, 10, Stop));
        Assert.Equal(newer.Credential.Id, deletion.Credential.Id);
    }

    private static AuditEntry Entry { get; } = new(Sample.Now, "account.linked", "alice", null, "test");

    private static StoredLink Link(string person) => new(person, "account", Sample.Credential());
}
