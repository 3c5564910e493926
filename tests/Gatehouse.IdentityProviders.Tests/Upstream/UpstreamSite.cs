using System.Text.Json.Nodes;
using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.IdentityProviders.SignIn;
using Gatehouse.IdentityProviders.Tests.Sites;
using Gatehouse.IdentityProviders.Upstream;
using Gatehouse.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.IdentityProviders.Tests.Upstream;

/// <summary>One node with a vault and a provider; several may share a database file.</summary>
internal sealed class UpstreamSite : IAsyncDisposable
{
    private const string Name = "door";

    private readonly ServiceProvider services;

    public UpstreamSite(
        ProviderSite provider,
        TimeProvider time,
        string? database = null,
        Action<IdentityProviderOptions>? change = null
    )
    {
        Time = time;
        var collection = new ServiceCollection().AddLogging().AddSingleton(time);
        if (database is not null)
        {
            collection.AddSqliteStorage(database);
        }

        collection.AddGatehouse(gatehouse =>
        {
            gatehouse.PublicUrl = "https://mcp.example.com";
            gatehouse.MasterKey = Convert.ToBase64String(new byte[32]);
            gatehouse.Scopes.Add(new SupportedScope(Scope.Of("notes.read"), "Notes", "Read notes"));
        });
        collection.AddIdentityProvider(options =>
        {
            options.Name = Name;
            options.Title = "The Door";
            options.Preset = "oidc";
            options.Issuer = provider.Address;
            options.ClientId = "client";
            options.ClientSecret = "very-secret";
            options.Upstream = "token";
            change?.Invoke(options);
        });
        services = collection.BuildServiceProvider();
    }

    public TimeProvider Time { get; }

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Opens its keys, as the start of a host does.</summary>
    public Task StartAsync() => Get<KeyRing>().LoadAsync(TestContext.Current.CancellationToken);

    /// <summary>Writes the sign-in of a person down, with what it brought.</summary>
    public async Task<Access> ConnectAsync(string accessToken, TimeSpan? lives, string? refreshToken)
    {
        var now = Time.GetUtcNow();
        var credential = new ProviderCredential(accessToken, now + lives, refreshToken, ["openid"]);
        var sealedUp = Get<CredentialVault>().Seal(Name, credential.ToBytes());
        var person = new Person("https://door.example.com", "alice", "Alice");
        var client = TokenHash.Of("client-1");
        var id = ConnectionId.New();
        var transaction = new Transaction(
            TransactionId.New(),
            TokenHash.Of("browser"),
            TransactionState.SigningIn,
            [1],
            "[]",
            1,
            now.AddMinutes(20)
        );
        await Get<ITransactionStore>().TryAddAsync(transaction, new TransactionLimits(1000, 1000, now), Stop);
        await Get<IConnectionStore>()
            .ConnectAsync(
                new NewConnection(
                    new Connection(id, person, client, "A client", "https://mcp.example.com/mcp", now, null),
                    new ClientRecord(client, "client-1", "{}", null, now),
                    sealedUp,
                    new CodeRecord(
                        TokenHash.Of(id.Value),
                        id,
                        client,
                        "http://127.0.0.1/callback",
                        TokenHash.Of("challenge").Value,
                        ScopeSet.Parse("notes.read"),
                        now.AddMinutes(1),
                        null
                    ),
                    transaction with
                    {
                        State = TransactionState.Finished,
                        Version = 2,
                    },
                    new AuditEntry(now, "connection.made", person.Key, id.Value, "test")
                ),
                Stop
            );
        return new Access(id, person.Key, client, ScopeSet.Parse("notes.read"));
    }

    public Task<UpstreamAnswer> FindAsync(Access access) => Get<UpstreamTokens>().FindAsync(access, Stop);

    /// <summary>What the vault keeps of a connection now; null when nothing.</summary>
    public async Task<ProviderCredential?> KeptAsync(Access access) =>
        await Get<CredentialVault>().OpenAsync(access.Connection, Stop) is { } open
            ? ProviderCredential.Parse(open.Content)
            : null;

    public async Task<bool> IsConnectedAsync(Access access) =>
        await Get<IConnectionStore>().FindAsync(access.Connection, Stop) is { RevokedAt: null };

    /// <summary>The token of an answer, or the reason why there is none.</summary>
    public static string Text(UpstreamAnswer answer) =>
        answer switch
        {
            UpstreamAnswer.Found found => found.Token.Reveal(),
            UpstreamAnswer.Failed failed => $"{failed.Remedy}: {failed.Explanation}",
            _ => "none",
        };

    /// <summary>A token answer.</summary>
    public static string Tokens(string accessToken, string? refreshToken, int expiresIn = 3600)
    {
        var answer = new JsonObject
        {
            ["access_token"] = accessToken,
            ["token_type"] = "Bearer",
            ["expires_in"] = expiresIn,
        };
        if (refreshToken is not null)
        {
            answer["refresh_token"] = refreshToken;
        }

        return answer.ToJsonString();
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
