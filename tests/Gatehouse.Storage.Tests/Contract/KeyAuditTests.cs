using Gatehouse.AspNetCore.Keys;
using Gatehouse.AspNetCore.Tracing;

namespace Gatehouse.Storage.Tests.Contract;

public sealed class KeyAuditTests : StoreTests
{
    [Theory, EveryStore]
    public async Task Keys_are_listed_oldest_first(string store)
    {
        using var stores = Open(store);
        var newer = new StoredKey("newer123", KeyPurpose.Vault, Sample.Now.AddDays(1), [2]);
        var older = new StoredKey("older123", KeyPurpose.Signing, Sample.Now, [1]);
        await stores.Keys.AddAsync(newer, Stop);
        await stores.Keys.AddAsync(older, Stop);

        Assert.Equivalent(new[] { older, newer }, await stores.Keys.ListAsync(Stop), strict: true);
        Assert.Equal(["older123", "newer123"], (await stores.Keys.ListAsync(Stop)).Select(key => key.Id));
    }

    [Theory, EveryStore]
    public async Task The_newest_audit_lines_come_first_and_no_more_than_asked(string store)
    {
        using var stores = Open(store);
        foreach (var name in new[] { "first", "second", "third" })
        {
            await stores.Audit.AppendAsync(Sample.Audit(name), Stop);
        }

        Assert.Equal(
            [Sample.Audit("third"), Sample.Audit("second")],
            await stores.Audit.ListAsync(new AuditQuery(2), Stop)
        );
    }

    [Theory, EveryStore]
    public async Task Audit_lines_are_found_by_person_and_by_time(string store)
    {
        using var stores = Open(store);
        var alice = await stores.SignInAsync(Stop);
        await stores.SignInAsync(Stop, Sample.Bob);
        var later = Sample.Now.AddHours(1);
        var revoked = new AuditEntry(later, "family.revoked", null, alice.Connection.Id.Value, "nobody did it");
        await stores.Audit.AppendAsync(revoked, Stop);

        Assert.Equal(
            ["family.revoked", "connection.made"],
            (await stores.Audit.ListAsync(new AuditQuery(10, PersonKey: Sample.Alice.Key), Stop)).Select(line =>
                line.Event
            )
        );
        Assert.Equal([revoked], await stores.Audit.ListAsync(new AuditQuery(10, later), Stop));
        Assert.Equal([revoked], await stores.Audit.ListAsync(new AuditQuery(1, null, Sample.Alice.Key), Stop));
        Assert.Empty(await stores.Audit.ListAsync(new AuditQuery(10, later.AddMilliseconds(1)), Stop));
        Assert.Empty(await stores.Audit.ListAsync(new AuditQuery(10, later, Sample.Bob.Key), Stop));
    }

    [Theory, EveryStore]
    public async Task An_audit_line_may_know_neither_person_nor_connection(string store)
    {
        using var stores = Open(store);
        var line = Sample.Audit() with { PersonKey = null, Connection = null };

        await stores.Audit.AppendAsync(line, Stop);

        Assert.Equal([line], await stores.Audit.ListAsync(new AuditQuery(1), Stop));
    }

    [Theory, EveryStore]
    public async Task A_caller_that_left_hears_of_its_cancellation(string store)
    {
        using var stores = Open(store);
        using var left = new CancellationTokenSource();
        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            stores.Audit.AppendAsync(Sample.Audit(), left.Token)
        );
        Assert.Empty(await stores.Audit.ListAsync(new AuditQuery(1), Stop));
    }
}
