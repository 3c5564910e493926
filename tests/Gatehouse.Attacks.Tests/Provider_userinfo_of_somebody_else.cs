using Gatehouse.Testing.Providers;
using Gatehouse.Testing.Providers.Quirks;

namespace Gatehouse.Attacks.Tests;

/// <summary>OpenID Connect Core 1.0 §5.3.2: the userinfo endpoint may not speak of another person than the ID token.</summary>
public sealed class Provider_userinfo_of_somebody_else
{
    [Fact]
    public async Task Userinfo_with_another_subject_is_refused()
    {
        await using var site = await ProviderSite.StartAsync(GenericProvider.Poor);
        site.Engine.Faults.AccountSubject = ProviderPerson.Bob.Subject;

        var (trip, end) = await site.SignInAsync();

        site.AssertRefused(trip, end, "provider-answer-foreign", "another person");
    }
}
