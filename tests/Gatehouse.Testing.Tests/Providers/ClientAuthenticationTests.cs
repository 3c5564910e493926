using System.Net;
using System.Security.Cryptography;
using Gatehouse.Testing.Providers;
using Gatehouse.Testing.Providers.Quirks;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.Testing.Tests.Providers;

public sealed class ClientAuthenticationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_proves_itself_by_a_key_that_is_registered_and_each_proof_is_good_once()
    {
        await using var engine = await ProviderEngine.StartAsync(GenericProvider.Plain);
        using var party = new RelyingParty(engine);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        engine.ClientKeys.Add(new ECDsaSecurityKey(key));
        var proof = Proof(engine, key, []);

        Assert.Equal(HttpStatusCode.OK, await RefreshAsync(engine, party, proof));
        Assert.Equal(HttpStatusCode.Unauthorized, await RefreshAsync(engine, party, proof));
        Assert.Equal(HttpStatusCode.Unauthorized, await RefreshAsync(engine, party, Proof(engine, foreign, [])));
    }

    [Fact]
    public async Task Entra_wants_the_thumbprint_of_the_certificate_in_the_proof()
    {
        await using var engine = await ProviderEngine.StartAsync(EntraProvider.Today);
        using var party = new RelyingParty(engine);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        engine.ClientKeys.Add(new ECDsaSecurityKey(key));
        var thumbprint = new Dictionary<string, object> { ["x5t#S256"] = "0123456789abcdef" };

        Assert.Equal(HttpStatusCode.Unauthorized, await RefreshAsync(engine, party, Proof(engine, key, [])));
        Assert.Equal(HttpStatusCode.OK, await RefreshAsync(engine, party, Proof(engine, key, thumbprint)));
    }

    private static string Proof(ProviderEngine engine, ECDsa key, Dictionary<string, object> header) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = engine.ClientId,
                Audience = engine.EndpointHost + engine.Fill(engine.Quirks.Paths.Token, engine.Quirks.Tenant),
                Expires = engine.Time.GetUtcNow().UtcDateTime.AddMinutes(5),
                Claims = new Dictionary<string, object>
                {
                    ["sub"] = engine.ClientId,
                    ["jti"] = RandomNumberGenerator.GetHexString(16),
                },
                AdditionalHeaderClaims = header,
                SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(key), SecurityAlgorithms.EcdsaSha256),
            }
        );

    private static async Task<HttpStatusCode> RefreshAsync(ProviderEngine engine, RelyingParty party, string proof)
    {
        var form = new Dictionary<string, string?>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = engine.NewRefreshToken(["openid"]),
            ["client_secret"] = null,
            ["client_assertion"] = proof,
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        };
        using var answer = await party.PostAsync(form, Stop);
        return answer.StatusCode;
    }
}
