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
}
