namespace Gatehouse.Attacks.Tests;

/// <summary>
/// CVE-2015-9235 and its many successors, RFC 8725 §3.1: an ID token that is signed by nobody, by a public key used as a shared secret, or by a key of
/// somebody else under the name of a published one.
/// </summary>
public sealed class Provider_forged_id_token
{
    [Fact]
    public async Task An_ID_token_without_signature_is_refused()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Engine.Faults.UnsignedIdToken = true;

        var (trip, end) = await site.SignInAsync();

        site.AssertRefused(trip, end, "provider-misconfigured", "not signed");
    }

    [Fact]
    public async Task A_public_key_is_no_secret_of_an_HMAC()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Engine.Faults.IdTokenByPublicKey = true;

        var (trip, end) = await site.SignInAsync();

        site.AssertRefused(trip, end, "provider-misconfigured", "HS256");
    }

    [Fact]
    public async Task A_key_that_was_not_published_signs_nothing()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Engine.Faults.IdTokenByForeignKey = true;

        var (trip, end) = await site.SignInAsync();

        site.AssertRefused(trip, end, "provider-answer-foreign", "signature");
    }

    [Fact]
    public async Task An_ID_token_that_is_over_is_refused()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Engine.Faults.ExpiredIdToken = true;

        var (trip, end) = await site.SignInAsync();

        site.AssertRefused(trip, end, "provider-misconfigured", "expired");
    }
}
