using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.Identity;
using Gatehouse.IdentityProviders.Identity.IdTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.IdentityProviders.ResourceServer;

/// <summary>RFC 9068 §4: tokens that are signed. The signature is by a key the provider publishes, of an algorithm that only the provider can make it with.</summary>
internal sealed class SignedTokens(IdentityProvider provider, TimeProvider time) : ITokenReader
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public async Task<TokenFinding> ReadAsync(string token, bool wasAccepted)
    {
        if (SignedJwt.Read(token) is not { Algorithm: { } algorithm } read)
        {
            return new TokenFinding.Refused("it is no signed JWT");
        }

        if (!AlgorithmRule.Algorithms.Contains(algorithm) || read.Header.TryGetProperty("crit", out _))
        {
            return new TokenFinding.Refused("it is not signed in a way that only the provider can sign");
        }

        if (!(await provider.Metadata.FindAsync(CancellationToken.None)).Succeeded(out var metadata, out var failure))
        {
            return new TokenFinding.Unknown(failure.RetryAfter ?? Pause);
        }

        var claims = Claims.Of(read.Payload);
        if (!TokenIssuer.Is(provider.Configuration, metadata, claims))
        {
            return new TokenFinding.Refused("it is of another issuer");
        }

        if (claims.Time("exp") is not { } expiresAt)
        {
            return new TokenFinding.Refused("it does not say when it ends (exp)");
        }

        if (TokenLifetime.Refuses(claims, time.GetUtcNow()) is { } reason)
        {
            return new TokenFinding.Refused(reason);
        }

        if (!(await provider.Keys.FindAsync(read.KeyId, CancellationToken.None)).Succeeded(out var keys, out failure))
        {
            return new TokenFinding.Unknown(failure.RetryAfter ?? Pause);
        }

        return keys.All.Any(key => MaySign(key, read, metadata.Issuer) && HasSigned(key, algorithm, read.Text))
            ? new TokenFinding.Genuine(claims, TypeOf(read), expiresAt)
            : new TokenFinding.Refused("it is not signed by any of the provider's keys");
    }

    private static TokenType TypeOf(SignedJwt token) =>
        Claims.TextOf(Claims.Find(token.Header, "typ"))?.ToLowerInvariant() switch
        {
            "at+jwt" or "application/at+jwt" => TokenType.AccessToken,
            null or "jwt" => TokenType.Unnamed,
            _ => TokenType.Other,
        };

    private static bool MaySign(SecurityKey key, SignedJwt token, string metadataIssuer) =>
        key is JsonWebKey web
        && (token.KeyId is null || token.KeyId == web.KeyId)
        && (string.IsNullOrEmpty(web.Alg) || web.Alg == token.Algorithm)
        && SigningKeyRule.MaySign(web, token, metadataIssuer);

    private static bool HasSigned(SecurityKey key, string algorithm, string token)
    {
        var factory = key.CryptoProviderFactory;
        if (!factory.IsSupportedAlgorithm(algorithm, key))
        {
            return false;
        }

        var verifier = factory.CreateForVerifying(key, algorithm);
        try
        {
            var end = token.LastIndexOf('.');
            return verifier.Verify(
                Encoding.ASCII.GetBytes(token[..end]),
                Base64Url.DecodeFromChars(token.AsSpan(end + 1))
            );
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException or CryptographicException)
        {
            return false;
        }
        finally
        {
            factory.ReleaseSignatureProvider(verifier);
        }
    }
}
