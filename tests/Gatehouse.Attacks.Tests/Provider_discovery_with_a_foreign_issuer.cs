namespace Gatehouse.Attacks.Tests;

/// <summary>
/// OpenID Connect Discovery 1.0 §4.3, RFC 8414 §6.2: a document that names another issuer than the one it was asked from would let one provider speak for
/// another. And one that was right must not become somebody else's.
/// </summary>
public sealed class Provider_discovery_with_a_foreign_issuer
{
    [Fact]
    public async Task Metadata_of_another_issuer_is_refused()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Engine.Faults.MetadataIssuer = "https://login.example.com";

        var trip = await site.LeaveAsync();

        site.AssertRefused(trip, trip.Left, "provider-misconfigured", "https://login.example.com");
        Assert.Empty(site.Engine.RequestsTo(Testing.Providers.ProviderEndpoint.Authorize));
    }

    [Fact]
    public async Task Metadata_that_changes_its_issuer_is_not_followed()
    {
        await using var site = await ProviderSite.StartAsync();
        var (_, signedIn) = await site.SignInAsync();
        Assert.NotNull(signedIn.Parameter("code"));
        site.Site.Stores.Forget();
        site.Engine.Faults.MetadataIssuer = "https://login.example.com";
        site.Engine.Faults.Metadata = """{"authorization_endpoint":"https://login.example.com/authorize"}""";
        site.Engine.Faults.IdTokenClaims = """{"iss":"https://login.example.com"}""";
        site.Site.Time.Advance(TimeSpan.FromHours(25));

        var (trip, end) = await site.SignInAsync();

        Assert.StartsWith(site.Engine.Host, trip.Link, StringComparison.Ordinal);
        Assert.Equal(2, site.Engine.RequestsTo(Testing.Providers.ProviderEndpoint.Metadata).Count);
        site.AssertRefused(trip, end, "provider-misconfigured", "another issuer");
    }
}
