namespace Gatehouse.Attacks.Tests;

/// <summary>
/// OpenID Connect Core 1.0 §3.1.3.7 and §16.11: an application of the same provider that gets hold of a person's ID token, or lets its own be put in here,
/// would sign in as them.
/// </summary>
public sealed class Provider_id_token_of_another_client
{
    [Theory]
    [InlineData("""{"aud":"another-client"}""", "aud")]
    [InlineData("""{"aud":["another-client"]}""", "aud")]
    [InlineData("""{"azp":"another-client"}""", "azp")]
    [InlineData("""{"aud":null}""", "aud")]
    public async Task An_ID_token_for_another_client_is_refused(string claims, string claim)
    {
        await using var site = await ProviderSite.StartAsync();
        site.Engine.Faults.IdTokenClaims = claims;

        var (trip, end) = await site.SignInAsync();

        site.AssertRefused(trip, end, "provider-answer-foreign", claim);
    }

    [Fact]
    public async Task An_ID_token_for_several_clients_must_say_who_asked()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Engine.Faults.IdTokenClaims = $$"""{"aud":["{{site.Engine.ClientId}}","another-client"]}""";

        var (trip, end) = await site.SignInAsync();

        site.AssertRefused(trip, end, "provider-answer-foreign", "azp");
    }

    [Fact]
    public async Task An_access_token_that_was_slipped_in_is_refused()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Engine.Faults.WrongAccessTokenHash = true;

        var (trip, end) = await site.SignInAsync();

        site.AssertRefused(trip, end, "provider-answer-foreign", "at_hash");
    }
}
