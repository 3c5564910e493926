using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.Testing.Providers;
using Microsoft.Extensions.DependencyInjection;
using ProviderAnswer = Gatehouse.IdentityProviders.Transport.ProviderAnswer;

namespace Gatehouse.IdentityProviders.Tests.Errors;

/// <summary>What providers say when something goes wrong, in their own words, and who can do something about it.</summary>
public sealed class SimulatedErrorTests
{
    public static TheoryData<string> Slugs => [.. SimulatedProviders.All.Select(provider => provider.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void What_has_ended_needs_a_new_sign_in_and_what_is_configured_wrong_needs_the_operator(string slug)
    {
        var words = SimulatedProviders.Of(slug).Errors;
        (ErrorWords Words, ProviderRemedy Remedy)[] expected =
        [
            (words.BadCode, ProviderRemedy.SignInAgain),
            (words.DeadRefreshToken, ProviderRemedy.SignInAgain),
            (words.BadClient, ProviderRemedy.AskOperator),
            (words.BadScope, ProviderRemedy.AskOperator),
            (words.BadTarget, ProviderRemedy.AskOperator),
            (words.Denied, ProviderRemedy.Denied),
        ];

        Assert.All(
            expected,
            one => Assert.Equal((one.Words, one.Remedy), (one.Words, Translate(slug, one.Words).Remedy))
        );
    }

    private static ProviderFailure Translate(string slug, ErrorWords words)
    {
        var facts = KnownProviders.Find(slug)!;
        var provider = ConfiguredProvider.Create(
            new IdentityProviderOptions
            {
                Preset = slug,
                Issuer = "https://id.example.com",
                ClientId = "client",
            },
            facts
        );
        return new ErrorTranslation(provider).Of(
            new ErrorAnswer(words.Error, words.Description ?? ""),
            new ProviderAnswer { Status = words.Status },
            "a token"
        );
    }
}
