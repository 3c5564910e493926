using Gatehouse.Testing.Providers;
using Gatehouse.Testing.Providers.Quirks;

namespace Gatehouse.Attacks.Tests;

/// <summary>A token endpoint that answers without end, or sends the request with code and client secret elsewhere (RFC 9700 §4.12).</summary>
public sealed class Provider_token_endpoint_that_misleads
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_of_10_MB_is_left_after_one(bool announced)
    {
        await using var site = await ProviderSite.StartAsync();
        site.Engine.Faults.HugeTokenAnswer = announced;
        site.Engine.Faults.EndlessTokenAnswer = !announced;

        var (trip, end) = await site.SignInAsync();

        site.AssertRefused(trip, end, "provider-unexpected", "more than 1 MB");
    }

    [Fact]
    public async Task A_token_endpoint_that_redirects_is_not_followed()
    {
        await using var elsewhere = await ProviderEngine.StartAsync(GenericProvider.Plain);
        await using var site = await ProviderSite.StartAsync();
        site.Engine.Faults.TokenRedirect = elsewhere.Host + "/token";

        var (trip, end) = await site.SignInAsync();

        site.AssertRefused(trip, end, "provider-unexpected", "redirect");
        Assert.Empty(elsewhere.Requests);
        Assert.DoesNotContain(site.Engine.ClientSecret, site.Log, StringComparison.Ordinal);
    }
}
