using System.Security.Cryptography;
using Gatehouse.Testing.Sites;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.AspNetCore.Tests.Registration.Documents;

/// <summary>A client that signs its requests to the token endpoint.</summary>
internal sealed class SigningClient(string id) : IDisposable
{
    public const string Audience = "https://mcp.example.com";

    private readonly ECDsa ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Its public keys, JSON.</summary>
    public string Jwks
    {
        get
        {
            var point = ec.ExportParameters(includePrivateParameters: false).Q;
            var (x, y) = (Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y));
            return $$"""{"keys":[{"kty":"EC","crv":"P-256","kid":"k1","use":"sig","x":"{{x}}","y":"{{y}}"}]}""";
        }
    }

    /// <summary>What a right request shows, with changes.</summary>
    public IEnumerable<(string Name, string? Value)> Signed(
        Site site,
        string? issuer = null,
        string? subject = null,
        IReadOnlyList<string>? audiences = null,
        TimeSpan? lives = null,
        string? jti = null,
        SigningCredentials? credentials = null
    )
    {
        var now = site.Time.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = subject ?? id };
        if (jti != "")
        {
            claims["jti"] = jti ?? Guid.NewGuid().ToString();
        }

        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = issuer ?? id,
            IssuedAt = now,
            Expires = now + (lives ?? TimeSpan.FromMinutes(5)),
            SigningCredentials =
                credentials
                ?? new SigningCredentials(new ECDsaSecurityKey(ec) { KeyId = "k1" }, SecurityAlgorithms.EcdsaSha256),
            Claims = claims,
        };
        foreach (var audience in audiences ?? [Audience])
        {
            descriptor.Audiences.Add(audience);
        }

        return
        [
            ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            (
                "client_assertion",
                new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor)
            ),
        ];
    }

    public void Dispose() => ec.Dispose();
}
