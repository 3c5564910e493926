using Gatehouse.AspNetCore.Consent;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.OAuth;

namespace Gatehouse.Storage.Tests.Contract;

public sealed class ConsentStoreTests : StoreTests
{
    private const string Redirect = "https://client.example.com/callback";
    private static readonly ScopeSet Read = ScopeSet.Parse("notes.read");

    [Theory, EveryStore]
    public async Task An_answer_is_found_by_connection_address_and_scopes_only(string store)
    {
        using var stores = Open(store);
        var consent = await RememberAsync(stores, Read);

        Assert.Equal(
            consent,
            await stores.Connections.FindConsentAsync(consent.Connection, Redirect, Sample.Scopes, Stop)
        );
        Assert.Null(await stores.Connections.FindConsentAsync(consent.Connection, Redirect, Read, Stop));
        Assert.Null(await stores.Connections.FindConsentAsync(consent.Connection, Redirect + "2", Sample.Scopes, Stop));
    }

    [Theory, EveryStore]
    public async Task A_newer_answer_replaces_the_older(string store)
    {
        using var stores = Open(store);
        await RememberAsync(stores, Sample.Scopes);

        var newer = await RememberAsync(stores, Read);

        Assert.Equal(newer, await stores.Connections.FindConsentAsync(newer.Connection, Redirect, Sample.Scopes, Stop));
    }

    [Theory, EveryStore]
    public async Task A_code_is_issued_while_the_answer_stands_and_not_after_it_is_forgotten(string store)
    {
        using var stores = Open(store);
        var consent = await RememberAsync(stores, Sample.Scopes);
        var code = Sample.SignIn(Sample.Transaction()).Code! with { Connection = consent.Connection };

        Assert.True(await stores.Connections.TryIssueAsync(consent, code, Sample.Audit("again"), Stop));
        Assert.Equal(code, await stores.Tokens.FindCodeAsync(code.Hash, Stop));
        Assert.Equal("again", (await stores.Audit.ListAsync(new AuditQuery(1), Stop))[0].Event);

        await stores.Connections.SwitchAsync(
            consent.Connection,
            new(Sample.Scopes.Except(Read), ScopeSet.Empty),
            Sample.Now,
            Sample.Audit("narrowed"),
            Stop
        );
        var late = code with { Hash = Sample.Hash() };
        Assert.False(await stores.Connections.TryIssueAsync(consent, late, Sample.Audit("late"), Stop));
        Assert.Null(await stores.Tokens.FindCodeAsync(late.Hash, Stop));
        Assert.Equal("narrowed", (await stores.Audit.ListAsync(new AuditQuery(1), Stop))[0].Event);
    }

    [Theory, EveryStore]
    public async Task A_revoked_connection_forgets(string store)
    {
        using var stores = Open(store);
        var consent = await RememberAsync(stores, Sample.Scopes);

        await stores.Connections.RevokeAsync(consent.Connection, Sample.Now, Sample.Audit(), Stop);

        Assert.Null(await stores.Connections.FindConsentAsync(consent.Connection, Redirect, Sample.Scopes, Stop));
    }

    private static async Task<RememberedConsent> RememberAsync(Stores stores, ScopeSet granted)
    {
        var transaction = Sample.Transaction();
        await stores.Transactions.TryAddAsync(transaction, Sample.Limits, Stop);
        var made = Sample.SignIn(transaction);
        var consent = new RememberedConsent(made.Connection.Id, Redirect, Sample.Scopes, granted);
        var id = await stores.Connections.ConnectAsync(made with { Consent = consent }, Stop);
        return consent with { Connection = id!.Value };
    }
}
