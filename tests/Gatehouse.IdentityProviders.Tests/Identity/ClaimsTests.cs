using System.Text.Json;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Identity;

namespace Gatehouse.IdentityProviders.Tests.Identity;

public sealed class ClaimsTests
{
    [Theory]
    [InlineData("sub", "alice")]
    [InlineData("id", "583231")]
    [InlineData("email_verified", "true")]
    [InlineData("ocs.data.id", "alice")]
    [InlineData("https://example.com/role", "admin")]
    [InlineData("cognito:username", "al")]
    [InlineData("a.b.c", "exact")]
    [InlineData("deep.x.y", "literal inside")]
    [InlineData("empty", null)]
    [InlineData("nothing", null)]
    [InlineData("missing", null)]
    [InlineData("sub.more", null)]
    [InlineData("ocs", null)]
    [InlineData(".", null)]
    public void A_claim_is_found_by_its_name_or_by_its_way(string name, string? value) =>
        Assert.Equal(
            value,
            Claims
                .Of(
                    Json(
                        """
                        {"sub":"alice","id":583231,"email_verified":true,"ocs":{"data":{"id":"alice"}},"https://example.com/role":"admin",
                        "cognito:username":"al","a.b.c":"exact","a":{"b":{"c":"way"}},"deep":{"x.y":"literal inside"},"empty":"","nothing":null}
                        """
                    )
                )
                .Text(name)
        );

    [Fact]
    public void What_is_signed_is_not_overruled_by_what_is_not()
    {
        var claims = Claims
            .Of(Json("""{"sub":"alice","groups":[]}"""))
            .With(Json("""{"sub":"bob","name":"Bob","groups":["a"]}"""));

        Assert.Equal("alice", claims.Text("sub"));
        Assert.Equal("Bob", claims.Text("name"));
        Assert.Equal(["a"], claims.Values("groups"));
    }

    [Theory]
    [InlineData("""["a","b"]""", "a b")]
    [InlineData("\"a\"", "a")]
    [InlineData("""{"admin":{"1":"example.com"},"user":{}}""", "admin user")]
    [InlineData("""["a",null,{"b":1},7]""", "a 7")]
    [InlineData("null", "")]
    public void Several_values_come_in_three_forms(string json, string values) =>
        Assert.Equal(values, string.Join(' ', Claims.Of(Json($$"""{"x":{{json}}}""")).Values("x")));

    [Theory]
    [InlineData("alice@example.com", "example.com")]
    [InlineData("alice@evil.example@example.com", null)]
    [InlineData("\"alice@example.com\"@evil.example", null)]
    [InlineData("alice@example.com\n", null)]
    [InlineData("alice@example.com ", null)]
    [InlineData("@example.com", null)]
    [InlineData("alice@", null)]
    [InlineData("alice", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_a_plain_address_has_a_domain(string? address, string? domain) =>
        Assert.Equal(domain, EmailDomain.Of(address));

    [Theory]
    [InlineData("""{"email":"a@example.com","email_verified":true}""", "{}", "example.com")]
    [InlineData("""{"email":"a@example.com","email_verified":"true"}""", "{}", "example.com")]
    [InlineData("""{"email":"a@example.com","email_verified":false}""", "{}", null)]
    [InlineData("""{"email":"a@example.com"}""", "{}", null)]
    [InlineData("{}", """{"email":"a@example.com","email_verified":true}""", "example.com")]
    [InlineData("""{"email":"a@example.com"}""", """{"email":"a@example.com","email_verified":true}""", "example.com")]
    [InlineData("""{"email":"a@example.com"}""", """{"email":"a@mine.example","email_verified":true}""", null)]
    [InlineData("""{"email":"a@example.com"}""", """{"email_verified":true}""", null)]
    [InlineData("""{"email":"a@example.com","email_verified":false}""", """{"email_verified":true}""", null)]
    public void An_address_counts_when_the_proof_stands_beside_it(string idToken, string userInfo, string? domain) =>
        Assert.Equal(
            domain,
            EmailDomain.OfVerified(Claims.Of(Json(idToken)).With(Json(userInfo)), new IdentityFacts())
        );

    [Fact]
    public void Where_a_provider_vouches_for_every_address_none_needs_a_proof() =>
        Assert.Equal(
            "example.com",
            EmailDomain.OfVerified(
                Claims.Of(Json("""{"email":"a@example.com"}""")),
                new IdentityFacts { EmailVerified = null }
            )
        );

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;
}
