using System.Security.Cryptography;
using System.Text;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Protection;

namespace Gatehouse.AspNetCore.Passwords;

/// <summary>
/// Says whose a name and password are, where the operator allows them: asks upstream once, one at a time, and then remembers for some minutes.
/// What is remembered is found by an HMAC under a key of this process, and holds no password: what lets us act as the person is sealed under
/// another HMAC of it. Nothing is stored.
/// </summary>
internal sealed class PasswordVerifier(
    Deployment deployment,
    SignIns signIns,
    TimeProvider time,
    ILogger<PasswordVerifier> log
) : IDisposable
{
    private const int CacheSize = 1000;
    private const string Context = "password";
    private static readonly TimeSpan AcceptedFor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RefusedFor = TimeSpan.FromMinutes(30);
    private static readonly TokenHash Client = TokenHash.Of("password");

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly GenerationalCache<TokenDigest, KnownPassword> cache = new(CacheSize);
    private readonly FailureBudget budget = new(time);
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly ScopeSet scopes =
        deployment.Options.PasswordScopes.Count == 0
            ? deployment.Scopes.Names
            : deployment.Scopes.WithImplied(ScopeSet.Of(deployment.Options.PasswordScopes.Select(Scope.Of)));

    public async Task<PasswordAnswer> VerifyAsync(BasicCredentials shown, CancellationToken cancellationToken)
    {
        var digest = TokenDigest.From(Mac("whose", shown));
        if (Find(digest, shown) is { } known)
        {
            return known;
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            return Find(digest, shown) ?? await AskAsync(digest, shown, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<PasswordAnswer> AskAsync(
        TokenDigest digest,
        BasicCredentials shown,
        CancellationToken cancellationToken
    )
    {
        // Who was let in before is asked about again whatever others guess: strangers must not lock people out.
        var wasAccepted = cache.Find(digest) is { Person: not null };
        if (!wasAccepted && budget.Closed is { } wait)
        {
            log.PasswordsClosed(wait);
            return new PasswordAnswer.Closed(wait);
        }

        var (signIn, step) = await signIns.CheckPasswordAsync(shown.Name, shown.Password, cancellationToken);
        switch (step)
        {
            case SignInStep.SignedIn { Credential: { } credential } signedIn:
                log.PasswordAccepted(signedIn.Person.Key);
                var box = Box.Seal(Mac("credential", shown), credential, Context);
                cache.Add(digest, new KnownPassword(signedIn.Person, box, signIn, time.GetUtcNow() + AcceptedFor));
                return Accept(signedIn.Person, credential, signIn, digest);
            case SignInStep.Failed failed:
                log.PasswordNotChecked(failed.Problem.Code, failed.Problem.Explanation);
                return new PasswordAnswer.Unknown();
            default:
                budget.Spend();
                log.PasswordRefused();
                cache.Add(digest, new KnownPassword(null, null, "", time.GetUtcNow() + RefusedFor));
                return new PasswordAnswer.Refused();
        }
    }

    private PasswordAnswer? Find(TokenDigest digest, BasicCredentials shown)
    {
        if (cache.Find(digest) is not { } known || known.Until <= time.GetUtcNow())
        {
            return null;
        }

        return
            known is { Person: { } person, Credential: { } box }
            && Box.Open(Mac("credential", shown), box, Context) is { } credential
            ? Accept(person, credential, known.SignIn, digest)
            : new PasswordAnswer.Refused();
    }

    // The person has no connection here, but their MCP sessions must be nobody else's: the name of one that no store knows.
    private PasswordAnswer.Accepted Accept(Person person, byte[] credential, string signIn, TokenDigest digest) =>
        new(
            new Access(
                ConnectionId.Of(
                    Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"password {person.Key}")))[..32]
                ),
                person.Key,
                Client,
                scopes,
                new OpenCredential($"password {digest.High:x16}"[..25], credential, signIn)
            )
        );

    private byte[] Mac(string purpose, BasicCredentials shown) =>
        HMACSHA256.HashData(
            key,
            Encoding.UTF8.GetBytes($"{purpose}\n{shown.Name.Length}\n{shown.Name}{shown.Password}")
        );
}
