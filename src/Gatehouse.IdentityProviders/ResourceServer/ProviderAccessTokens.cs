using System.Security.Cryptography;
using System.Text;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.Identity;
using Gatehouse.IdentityProviders.Identity.Allow;
using Gatehouse.IdentityProviders.Transport;
using Gatehouse.OAuth;

namespace Gatehouse.IdentityProviders.ResourceServer;

/// <summary>
/// The access tokens of a provider, taken as they are, where they prove for whom they are. What was found is remembered for a minute at most. There is no
/// connection behind such a token: its name is made of issuer, person and client, so that sessions stay theirs.
/// </summary>
internal sealed class ProviderAccessTokens : IAccessTokens
{
    private const int CacheSize = 10_000;
    private static readonly TimeSpan CacheLifetime = TimeSpan.FromSeconds(60);

    // Shorter, and apart: what strangers invent must not push out what people use.
    private static readonly TimeSpan RefusedFor = TimeSpan.FromSeconds(10);

    private readonly ConfiguredProvider provider;
    private readonly ITokenReader reader;
    private readonly TokenAudience audience;
    private readonly TokenScopes scopes;
    private readonly IdentityReader identity;
    private readonly AllowRules allow;
    private readonly HashSet<string> clients;
    private readonly TimeProvider time;
    private readonly ILogger<ProviderAccessTokens> log;
    private readonly SharedWork<TokenDigest, TokenVerdict> lookUps = new();
    private readonly GenerationalCache<TokenDigest, KnownToken> accepted = new(CacheSize);
    private readonly GenerationalCache<TokenDigest, KnownToken> refused = new(CacheSize);

    public ProviderAccessTokens(
        ConfiguredProvider provider,
        ITokenReader reader,
        TokenAudience audience,
        TokenScopes scopes,
        IEnumerable<string> clients,
        TimeProvider time,
        ILogger<ProviderAccessTokens> log
    )
    {
        this.provider = provider;
        this.reader = reader;
        this.audience = audience;
        this.scopes = scopes;
        this.clients = [.. clients];
        this.time = time;
        this.log = log;
        var facts = provider.Facts;
        allow = new AllowRules(provider.Allow, facts.Identity, provider.AdmitsEverybody);
        identity = new IdentityReader(
            facts.Identity with
            {
                Subject = facts.AccessTokens.Subject ?? facts.Identity.Subject,
            },
            provider.Issuer
        );
    }

    public string AuthorizationServer => provider.Issuer;

    public ValueTask<TokenVerdict> VerifyAsync(string token, CancellationToken cancellationToken)
    {
        var digest = TokenDigest.Of(token);
        return Find(digest) is { } known
            ? new ValueTask<TokenVerdict>(known.Verdict)
            : new ValueTask<TokenVerdict>(lookUps.RunAsync(digest, () => ReadAsync(token, digest), cancellationToken));
    }

    // One that was accepted once may have been refused since.
    private KnownToken? Find(TokenDigest digest)
    {
        var now = time.GetUtcNow();
        return Living(accepted.Find(digest)) ?? Living(refused.Find(digest));

        KnownToken? Living(KnownToken? token) => token?.Until > now ? token : null;
    }

    private async Task<TokenVerdict> ReadAsync(string token, TokenDigest digest)
    {
        // What was found is remembered before the work on it ends: who came between both finds it here.
        if (Find(digest) is { } known)
        {
            return known.Verdict;
        }

        var wasAccepted = accepted.Find(digest)?.Verdict is TokenVerdict.Accepted;
        switch (await reader.ReadAsync(token, wasAccepted))
        {
            case TokenFinding.Genuine genuine:
                return Remember(digest, Judge(genuine), genuine.ExpiresAt);
            case TokenFinding.Unknown unknown:
                return new TokenVerdict.Unknown(
                    $"{provider.Title} does not answer, so the access token could not be checked. It may be good: try again in a few seconds.",
                    unknown.RetryAfter
                );
            case TokenFinding.Refused foreign:
                log.TokenNotGenuine(foreign.Reason);
                break;
            default:
                throw new InvalidOperationException("A finding of a kind nobody knows.");
        }

        return Remember(digest, TokenVerdict.Refused.Instance, DateTimeOffset.MaxValue);
    }

    private TokenVerdict Judge(TokenFinding.Genuine genuine)
    {
        var claims = genuine.Claims;
        var client = claims.FirstText(provider.Facts.AccessTokens.Client) ?? "";
        if (
            (AccessTokenRule.Refuses(claims, genuine.Type) ?? audience.Refuses(claims) ?? RefusesClient(client)) is
            { } reason
        )
        {
            return Refuse(reason);
        }

        if (!identity.TryRead(claims, out var person, out var missing))
        {
            return Refuse($"it does not say whose it is (no {missing})");
        }

        if (allow.Check(new Visitor(person, claims, [])) is { } kept)
        {
            return Refuse($"its person is kept out by the rule {kept.Rule}");
        }

        var granted = scopes.Of(claims);
        if (granted.Count == 0)
        {
            log.TokenWithoutScopes(provider.Name);
            return new TokenVerdict.Insufficient(
                "The access token gives none of the scopes of this server. Sign in again and ask for them; the operator sees to it that they exist at the identity provider."
            );
        }

        return new TokenVerdict.Accepted(
            new Access(ConnectionOf(person, client), person.Key, TokenHash.Of(client), granted)
        );
    }

    private string? RefusesClient(string client) =>
        clients.Count == 0 || clients.Contains(client) ? null : "it is of a client that is not among Clients";

    private TokenVerdict.Refused Refuse(string reason)
    {
        log.TokenRefused(provider.Name, reason);
        return TokenVerdict.Refused.Instance;
    }

    private TokenVerdict Remember(TokenDigest digest, TokenVerdict verdict, DateTimeOffset expiresAt)
    {
        var isRefused = verdict is TokenVerdict.Refused;
        var until = time.GetUtcNow() + (isRefused ? RefusedFor : CacheLifetime);
        (isRefused ? refused : accepted).Add(digest, new KnownToken(verdict, until < expiresAt ? until : expiresAt));
        return verdict;
    }

    private static ConnectionId ConnectionOf(Person person, string client)
    {
        var text = $"{person.Issuer}\n{person.Subject}\n{client}";
        return ConnectionId.Of(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32]);
    }
}
