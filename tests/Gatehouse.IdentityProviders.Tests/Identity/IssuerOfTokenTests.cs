using Gatehouse.IdentityProviders.Identity.IdTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.IdentityProviders.Tests.Identity;

public sealed class IssuerOfTokenTests
{
    private const string Tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47";
    private const string Other = "11111111-2222-3333-4444-555555555555";

    private readonly ForgedToken forged = new();

    [Theory]
    [InlineData("https://accounts.google.com")]
    [InlineData("accounts.google.com")]
    public async Task Google_writes_its_name_in_two_ways(string issuer) =>
        Assert.True(
            await IsBelievedAsync("google", "https://accounts.google.com", "https://accounts.google.com", issuer)
        );

    [Theory]
    [InlineData("http://accounts.google.com")]
    [InlineData("accounts.google.com.evil.example")]
    [InlineData("evil.example/accounts.google.com")]
    public async Task Google_has_no_third_name(string issuer) =>
        Assert.False(
            await IsBelievedAsync("google", "https://accounts.google.com", "https://accounts.google.com", issuer)
        );

    [Theory]
    [InlineData(Tenant, Tenant, true)]
    [InlineData(Other, Other, true)]
    [InlineData(Tenant, Other, false)]
    [InlineData(Tenant, null, false)]
    public async Task With_many_tenants_the_issuer_is_that_of_the_tokens_own(
        string inIssuer,
        string? tid,
        bool believed
    ) =>
        Assert.Equal(
            believed,
            await IsBelievedAsync("entra", Entra("common"), Entra("{tenantid}"), Entra(inIssuer), tid)
        );

    [Theory]
    [InlineData(Tenant, Tenant, true)]
    [InlineData(Other, Other, false)]
    [InlineData(Tenant, Other, false)]
    [InlineData(Other, Tenant, false)]
    public async Task A_configured_tenant_is_the_only_one(string inIssuer, string tid, bool believed)
    {
        Assert.Equal(believed, await IsBelievedAsync("entra", Entra(Tenant), Entra(Tenant), Entra(inIssuer), tid));
        Assert.Equal(
            believed,
            await IsBelievedAsync("entra", Entra("contoso.onmicrosoft.com"), Entra(Tenant), Entra(inIssuer), tid)
        );
    }

    [Theory]
    [InlineData("https://login.microsoftonline.com/{tenantid}/v2.0", Tenant, true)]
    [InlineData("https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0", Tenant, true)]
    [InlineData("https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0", Other, false)]
    public async Task The_key_of_one_tenant_signs_for_no_other(string keyIssuer, string tenant, bool believed)
    {
        var key = forged.Key;
        key.AdditionalData["issuer"] = keyIssuer;

        Assert.Equal(
            believed,
            await IsBelievedAsync("entra", Entra("common"), Entra("{tenantid}"), Entra(tenant), tenant, key)
        );
    }

    private static string Entra(string tenant) => $"https://login.microsoftonline.com/{tenant}/v2.0";

    private async Task<bool> IsBelievedAsync(
        string preset,
        string configured,
        string metadata,
        string issuer,
        string? tenant = null,
        JsonWebKey? key = null
    )
    {
        var expected = new IdTokenExpectation
        {
            ClientId = ForgedToken.ClientId,
            Facts = KnownProviders.Find(preset)!,
            ConfiguredIssuer = configured,
            MetadataIssuer = metadata,
            Nonce = ForgedToken.Nonce,
            Now = ForgedToken.Now,
        };
        var token = SignedJwt.Read(forged.With("iss", issuer).With("tid", tenant).Sign())!;
        var outcome = await new IdTokenValidator().ValidateAsync(token, expected, [key ?? forged.Key]);
        return outcome is IdTokenOutcome.Accepted;
    }
}
