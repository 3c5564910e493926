using System.Security.Cryptography;
using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.OAuth;

namespace Gatehouse.Storage.Tests;

/// <summary>What people and clients write into a store.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, 123, TimeSpan.Zero);

    public static readonly Person Alice = new("https://cloud.example.com", "alice", "Alice Adams");

    public static readonly Person Bob = new("https://cloud.example.com", "bob", "Bob Brown");

    public static readonly ScopeSet Scopes = ScopeSet.Parse("notes.read notes.write");

    public static readonly TransactionLimits Limits = new(1000, 1000, Now);

    public static string Hex() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    public static TokenHash Hash() => TokenHash.Of(Hex());

    public static Transaction Transaction() =>
        new(TransactionId.New(), Hash(), TransactionState.SigningIn, [1, 2, 3], "[]", 1, Now.AddMinutes(20));

    public static StoredCredential Credential() => new(Hex(), RandomNumberGenerator.GetBytes(60), Now, "door");

    public static AuditEntry Audit(string @event = "connection.revoked") => new(Now, @event, Alice.Key, null, "-");

    /// <summary>What the completion of a transaction writes.</summary>
    public static NewConnection SignIn(
        Transaction transaction,
        Person? person = null,
        string client = "client-1",
        StoredCredential? credential = null
    )
    {
        var made = new Connection(
            ConnectionId.New(),
            person ?? Alice,
            TokenHash.Of(client),
            "A client",
            "https://mcp.example.com/mcp",
            Now,
            null
        );
        return new NewConnection(
            made,
            new ClientRecord(made.ClientHash, client, """{"client_name":"A client"}""", null, Now),
            credential,
            new CodeRecord(
                Hash(),
                made.Id,
                made.ClientHash,
                "http://127.0.0.1:4711/callback",
                Hash().Value,
                Scopes,
                Now.AddMinutes(1),
                null
            ),
            transaction with
            {
                State = TransactionState.Finished,
                Version = transaction.Version + 1,
            },
            new AuditEntry(Now, "connection.made", made.Person.Key, made.Id.Value, client)
        );
    }

    public static TokenFamily Family(CodeRecord code) =>
        new(FamilyId.New(), code.Connection, Alice.Key, code.ClientHash, code.Scopes, Now, null);

    /// <summary>Signs in; gives what was written, with the connection that was made or joined.</summary>
    public static async Task<NewConnection> SignInAsync(
        this Stores stores,
        CancellationToken cancellationToken,
        Person? person = null,
        string client = "client-1",
        StoredCredential? credential = null
    )
    {
        var transaction = Transaction();
        Assert.Equal(
            TransactionStart.Begun,
            await stores.Transactions.TryAddAsync(transaction, Sample.Limits, cancellationToken)
        );
        var made = SignIn(transaction, person, client, credential);
        var id = await stores.Connections.ConnectAsync(made, cancellationToken);
        Assert.NotNull(id);
        return made with
        {
            Connection = made.Connection with { Id = id.Value },
            Code = made.Code! with { Connection = id.Value },
        };
    }

    /// <summary>Redeems a code; gives the first refresh token of the family.</summary>
    public static async Task<RefreshTokenRecord> RedeemAsync(
        this Stores stores,
        CodeRecord code,
        CancellationToken cancellationToken
    )
    {
        var token = new RefreshTokenRecord(Hash(), Family(code), Now.AddDays(30), null, null);
        Assert.True(
            await stores.Tokens.TryRedeemAsync(code.Hash, token.Family, token.Hash, token.ExpiresAt, cancellationToken)
        );
        return token;
    }
}
