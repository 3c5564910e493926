namespace Gatehouse.Attacks.Tests;

/// <summary>OpenID Connect Core 1.0 §15.5.2: without the nonce of this very request an ID token could be an old one, or one of another browser.</summary>
public sealed class Provider_nonce_missing
{
    [Fact]
    public async Task An_ID_token_without_a_nonce_is_refused()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Engine.Faults.ForgetsNonce = true;

        var (trip, end) = await site.SignInAsync();

        site.AssertRefused(trip, end, "provider-answer-foreign", "nonce");
    }

    [Fact]
    public async Task An_ID_token_with_the_nonce_of_another_sign_in_is_refused()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Engine.Faults.WrongNonce = true;

        var (trip, end) = await site.SignInAsync();

        site.AssertRefused(trip, end, "provider-answer-foreign", "nonce");
    }
}
