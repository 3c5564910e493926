using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Tests;

public sealed class IssuerRulesTests
{
    private const string Tenant = "11111111-2222-3333-4444-555555555555";
    private const string Other = "99999999-2222-3333-4444-555555555555";
    private const string Microsoft = "https://login.microsoftonline.com/";

    [Theory]
    [InlineData("oidc", "https://id.example.com", "https://id.example.com", true)]
    [InlineData("oidc", "https://id.example.com", "https://id.example.com/", true)]
    [InlineData("auth0", "https://acme.auth0.com", "https://acme.auth0.com/", true)]
    [InlineData("oidc", "https://id.example.com", "https://ID.example.com", false)]
    [InlineData("oidc", "https://id.example.com", "https://id.example.com//", false)]
    [InlineData("oidc", "https://id.example.com", "https://id.example.net", false)]
    [InlineData("oidc", "https://id.example.com", "", false)]
    [InlineData("entra", Microsoft + "common/v2.0", Microsoft + "{tenantid}/v2.0", true)]
    [InlineData("entra", Microsoft + "contoso.com/v2.0", Microsoft + Tenant + "/v2.0", true)]
    [InlineData("entra", "http://127.0.0.1:5000/common/v2.0", "http://127.0.0.1:5000/{tenantid}/v2.0", true)]
    [InlineData("entra", Microsoft + "common/v2.0", "https://example.com/{tenantid}/v2.0", false)]
    [InlineData("entra", Microsoft + "common/v2.0", Microsoft + "a/b/v2.0", false)]
    [InlineData("keycloak", Microsoft + "common/v2.0", Microsoft + "{tenantid}/v2.0", false)]
    public void Metadata_names_the_issuer_it_was_found_at(string slug, string configured, string named, bool may) =>
        Assert.Equal(may, IssuerRules.MayBeNamedByMetadata(Find(slug), configured, named));

    [Theory]
    [InlineData(Microsoft + Tenant + "/v2.0", Tenant, true)]
    [InlineData(Microsoft + Other + "/v2.0", Other, true)]
    [InlineData(Microsoft + Other + "/v2.0", Tenant, false)]
    [InlineData(Microsoft + "{tenantid}/v2.0", "{tenantid}", false)]
    [InlineData("https://example.com/" + Tenant + "/v2.0", Tenant, false)]
    public void With_common_a_token_names_the_tenant_of_its_claim(string named, string? tid, bool may) =>
        Assert.Equal(may, MayName(Find("entra").TokenIssuers, Microsoft + "{tenantid}/v2.0", named, tid));

    [Theory]
    [InlineData(Microsoft + Tenant + "/v2.0", Tenant, true)]
    [InlineData(Microsoft + Other + "/v2.0", Other, false)]
    [InlineData("https://sts.windows.net/" + Tenant + "/", Tenant, true)]
    [InlineData("https://sts.windows.net/" + Other + "/", Other, false)]
    [InlineData("https://sts.windows.net/" + Tenant + "/", Other, false)]
    public void With_one_tenant_no_token_names_another(string named, string tid, bool may) =>
        Assert.Equal(may, MayName(Find("entra").AccessTokens.Issuers, Microsoft + Tenant + "/v2.0", named, tid));

    [Fact]
    public void Google_leaves_the_scheme_away()
    {
        var google = Find("google");
        const string Issuer = "https://accounts.google.com";

        bool MayName(string named) =>
            IssuerRules.MayBeNamedByToken(google, google.TokenIssuers, (Issuer, Issuer), named, _ => null);

        Assert.True(MayName(Issuer));
        Assert.True(MayName("accounts.google.com"));
        Assert.False(MayName("http://accounts.google.com"));
    }

    [Fact]
    public void Access_tokens_of_AD_FS_name_its_trust_service()
    {
        var adfs = Find("adfs");
        const string Issuer = "https://sts.example.com/adfs";

        bool MayName(IEnumerable<string> templates, string named) =>
            IssuerRules.MayBeNamedByToken(adfs, templates, (Issuer, Issuer), named, _ => null);

        Assert.True(MayName(adfs.AccessTokens.Issuers, "http://sts.example.com/adfs/services/trust"));
        Assert.False(MayName(adfs.TokenIssuers, "http://sts.example.com/adfs/services/trust"));
        Assert.False(MayName(adfs.AccessTokens.Issuers, "http://sts.example.net/adfs/services/trust"));
    }

    private static bool MayName(IEnumerable<string> templates, string metadata, string named, string? tid) =>
        IssuerRules.MayBeNamedByToken(
            Find("entra"),
            templates,
            (Microsoft + "contoso.com/v2.0", metadata),
            named,
            name => name == "tid" ? tid : null
        );

    private static IdentityProviderFacts Find(string slug) => KnownProviders.Find(slug)!;
}
