namespace Gatehouse.IdentityProviders.Tests;

public sealed class RecognitionTests
{
    [Theory]
    [InlineData("https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0", "entra")]
    [InlineData("https://login.microsoftonline.us/contoso.us/v2.0", "entra")]
    [InlineData("https://login.partner.microsoftonline.cn/contoso.cn/v2.0", "entra")]
    [InlineData("https://sts.windows.net/9188040d-6c67-4c5b-b112-36a304b66dad/", "entra")]
    [InlineData("https://dev-1.okta.com/oauth2/default", "okta")]
    [InlineData("https://dev-1.okta.com", "okta-org")]
    [InlineData("https://dev-1.oktapreview.com/oauth2/aus1", "okta")]
    [InlineData("https://acme.eu.auth0.com/", "auth0")]
    [InlineData("https://acme.eu.auth0.com", "auth0")]
    [InlineData("https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Ab1", "cognito")]
    [InlineData("https://id.example.com/realms/staff", "keycloak")]
    [InlineData("http://localhost:8080/realms/staff", "keycloak")]
    [InlineData("https://id.example.com/auth/realms/staff", "keycloak")]
    [InlineData("https://accounts.google.com", "google")]
    [InlineData("https://github.com/login/oauth", "github")]
    [InlineData("https://gitlab.com", "gitlab")]
    [InlineData("https://gitlab.example.com", "gitlab")]
    [InlineData("https://id.example.com/application/o/mcp/", "authentik")]
    [InlineData("https://acme-1a2b.zitadel.cloud", "zitadel")]
    [InlineData("https://id.example.com/dex", "dex")]
    [InlineData("https://auth.pingone.eu/1a2b/as", "pingone")]
    [InlineData("https://sts.example.com/adfs", "adfs")]
    [InlineData("https://acme.authkit.app", "workos")]
    [InlineData("https://api.descope.com/v1/apps/agentic/P1/M1", "descope")]
    [InlineData("https://api.euc1.descope.com/v1/apps/P1", "descope")]
    [InlineData("https://gitlab.okta.com", "okta-org")]
    [InlineData("https://gitlab.auth0.com/", "auth0")]
    [InlineData("https://gitlab.zitadel.cloud", "zitadel")]
    public void An_issuer_is_recognised(string issuer, string slug) =>
        Assert.Equal(slug, KnownProviders.Recognise(issuer)?.Slug);

    [Theory]
    [InlineData("https://id.example.com")]
    [InlineData("https://id.example.com/")]
    [InlineData("http://id.example.com/realms/staff")]
    [InlineData("https://login.microsoftonline.com.example.com/common/v2.0")]
    [InlineData("https://example.com/?.okta.com")]
    [InlineData("https://github.com/login")]
    [InlineData("not an address")]
    [InlineData("")]
    public void Another_one_is_nobody_s(string issuer) => Assert.Null(KnownProviders.Recognise(issuer));

    [Theory]
    [InlineData("entra", "https://login.microsoftonline.com/common/v2.0", true)]
    [InlineData("entra", "https://login.microsoftonline.com/Organizations/v2.0", true)]
    [InlineData("entra", "http://127.0.0.1:5000/consumers/v2.0", true)]
    [InlineData("entra", "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0", true)]
    [InlineData("entra", "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0", false)]
    [InlineData("entra", "https://common.example.com/t/v2.0", false)]
    [InlineData("entra", "https://acme.ciamlogin.com/11111111-2222-3333-4444-555555555555/v2.0", true)]
    [InlineData("gitlab", "https://gitlab.com", true)]
    [InlineData("gitlab", "https://gitlab.example.com", false)]
    [InlineData("google", "https://accounts.google.com", true)]
    [InlineData("keycloak", "https://id.example.com/realms/staff", false)]
    public void Where_everybody_has_an_account_is_known(string slug, string issuer, bool everybody) =>
        Assert.Equal(everybody, KnownProviders.Find(slug)!.AdmitsEverybodyAt(issuer));

    [Theory]
    [InlineData("google", "https://accounts.google.com")]
    [InlineData("github", "https://github.com/login/oauth")]
    [InlineData("gitlab", "https://gitlab.com")]
    [InlineData("entra", null)]
    [InlineData("keycloak", null)]
    public void Who_has_one_issuer_for_all_needs_none_configured(string slug, string? issuer) =>
        Assert.Equal(issuer, KnownProviders.Find(slug)!.DefaultIssuer);

    [Fact]
    public void An_unknown_slug_finds_nothing() => Assert.Null(KnownProviders.Find("Entra"));
}
