using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Gatehouse.Testing.Providers.Tokens;

/// <summary>The codes and tokens of a provider. Guarded by the engine's lock.</summary>
internal sealed class ProviderGrants(Func<long> now)
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const int RandomLength = 64;
    private const int CodeLifetime = 600;
    private const int RefreshTokenLifetime = 90 * 24 * 3600;

    private readonly Dictionary<string, IssuedToken> codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IssuedToken> refreshTokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IssuedToken> accessTokens = new(StringComparer.Ordinal);

    /// <summary>Everything it ever gave that opens something.</summary>
    public IEnumerable<string> Secrets => codes.Keys.Concat(refreshTokens.Keys).Concat(accessTokens.Keys);

    public static string Random(int length = RandomLength) => RandomNumberGenerator.GetString(Alphabet, length);

    public string NewCode(ProviderGrant grant)
    {
        var code = Random();
        codes[code] = new IssuedToken(grant, now() + CodeLifetime);
        return code;
    }

    public string NewRefreshToken(ProviderGrant grant, string prefix)
    {
        var token = prefix + Random();
        refreshTokens[token] = new IssuedToken(grant, now() + RefreshTokenLifetime);
        return token;
    }

    public void Add(string accessToken, ProviderGrant grant, int lifetime) =>
        accessTokens[accessToken] = new IssuedToken(grant, now() + lifetime);

    /// <summary>Takes a code. A second use ends what the first led to.</summary>
    public ProviderGrant? Redeem(string? code)
    {
        if (code is null || !codes.TryGetValue(code, out var issued))
        {
            return null;
        }

        if (issued.IsSpent)
        {
            issued.Grant.IsDead = true;
        }

        issued.IsSpent = true;
        return IsGood(issued.Grant, issued) ? issued.Grant : null;
    }

    public bool TryFindRefreshToken(string? token, [NotNullWhen(true)] out IssuedToken? issued)
    {
        issued = null;
        return token is not null && refreshTokens.TryGetValue(token, out issued) && IsGood(issued.Grant, issued);
    }

    public bool TryFindAccessToken(string? token, [NotNullWhen(true)] out IssuedToken? issued)
    {
        issued = null;
        return token is not null && accessTokens.TryGetValue(token, out issued) && IsGood(issued.Grant, issued);
    }

    public bool Revoke(string? token)
    {
        if (token is not null && refreshTokens.TryGetValue(token, out var refresh))
        {
            refresh.Grant.IsDead = true;
            return true;
        }

        return token is not null && accessTokens.Remove(token);
    }

    /// <summary>Ends everything.</summary>
    public int EndAll()
    {
        var living = refreshTokens
            .Values.Concat(accessTokens.Values)
            .Select(token => token.Grant)
            .Where(grant => !grant.IsDead)
            .Distinct()
            .ToList();
        living.ForEach(grant => grant.IsDead = true);
        return living.Count;
    }

    private bool IsGood(ProviderGrant grant, IssuedToken issued) => !grant.IsDead && issued.ExpiresAt > now();
}
