using System.Text.Json;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Identity;

namespace Gatehouse.IdentityProviders.Tests.Identity;

public sealed class AccountNameTests
{
    [Theory]
    [InlineData("""{"email":"alice@example.com","email_verified":true}""", "alice@example.com")]
    [InlineData("""{"email":"alice@example.com","email_verified":"true"}""", "alice@example.com")]
    [InlineData("""{"email":"alice@example.com","email_verified":false}""", null)]
    [InlineData("""{"email":"alice@example.com"}""", null)]
    [InlineData("""{"email_verified":true}""", null)]
    public void An_address_counts_only_when_it_was_proved(string claims, string? name) =>
        Assert.Equal(name, AccountName.Of(Parse(claims), ["email"], new IdentityFacts()));

    [Fact]
    public void The_proof_of_another_address_proves_nothing()
    {
        var claims = Parse("""{"email":"alice@example.com"}""")
            .With(Json("""{"email":"mallory@example.com","email_verified":true}"""));

        Assert.Null(AccountName.Of(claims, ["email"], new IdentityFacts()));
    }

    [Fact]
    public void A_provider_that_vouches_for_its_addresses_need_not_say_so() =>
        Assert.Equal(
            "alice@example.com",
            AccountName.Of(
                Parse("""{"mail":"alice@example.com"}"""),
                ["mail"],
                new IdentityFacts { Email = "mail", EmailVerified = null }
            )
        );

    [Fact]
    public void The_first_claim_that_is_there_is_the_name()
    {
        var claims = Parse("""{"upn":"","login":"alice","sub":"42"}""");

        Assert.Equal("alice", AccountName.Of(claims, ["upn", "login", "sub"], new IdentityFacts()));
        Assert.Null(AccountName.Of(claims, [], new IdentityFacts()));
    }

    private static Claims Parse(string claims) => Claims.Of(Json(claims));

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
