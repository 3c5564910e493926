using System.Text.Json;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Identity;

namespace Gatehouse.IdentityProviders.Tests.Identity;

public sealed class IdentityReaderTests
{
    private static readonly IdentityFacts TwoClaims = new() { Subject = ["tid", "oid"] };

    [Fact]
    public void A_person_is_the_configured_issuer_and_the_stable_claim()
    {
        var person = Read(new IdentityFacts(), """{"iss":"https://other.example","sub":"a.b%c","name":"Alice"}""");

        Assert.Equal(new Person("https://login.example.com", "a.b%c", "Alice"), person);
    }

    [Theory]
    [InlineData("a", "b", "a.b")]
    [InlineData("a.b", "c", "a%2Eb.c")]
    [InlineData("a", "b.c", "a.b%2Ec")]
    [InlineData("a%2Eb", "c", "a%252Eb.c")]
    public void Two_claims_are_joined_so_that_nobody_is_somebody_else(string tid, string oid, string subject) =>
        Assert.Equal(subject, Read(TwoClaims, $$"""{"tid":"{{tid}}","oid":"{{oid}}"}""")?.Subject);

    [Theory]
    [InlineData("""{"tid":"a"}""")]
    [InlineData("""{"tid":"a","oid":""}""")]
    [InlineData("""{"tid":"a","oid":" "}""")]
    [InlineData("""{"tid":"a","oid":null}""")]
    [InlineData("""{"tid":"a","oid":["b"]}""")]
    [InlineData("""{"tid":"a","oid":"b\nc"}""")]
    public void Without_a_stable_claim_there_is_no_person(string claims)
    {
        Assert.False(Reader(TwoClaims).TryRead(Parse(claims), out _, out var missing));
        Assert.Equal("oid", missing);
    }

    [Fact]
    public void A_number_is_a_name_too() =>
        Assert.Equal(
            "583231",
            Read(new IdentityFacts { Subject = ["id"] }, """{"id":583231,"login":"octocat"}""")?.Subject
        );

    [Theory]
    [InlineData("""{"sub":"1","name":"Alice  Lidell\n"}""", "Alice Lidell")]
    [InlineData("""{"sub":"1","name":"\u202Eecila","preferred_username":"x"}""", "ecila")]
    [InlineData("""{"sub":"1","name":"\u0000\u200B\u2066","preferred_username":"alice"}""", "alice")]
    [InlineData("""{"sub":"1","name":"","email":"a@example.com"}""", "a@example.com")]
    [InlineData("""{"sub":"1","name":"👩‍💻 Æ"}""", "👩💻 Æ")]
    [InlineData("""{"sub":"1"}""", "1")]
    public void A_name_is_shown_without_what_could_deceive(string claims, string name) =>
        Assert.Equal(name, Read(new IdentityFacts(), claims)?.DisplayName);

    [Fact]
    public void A_name_without_end_is_cut_between_characters()
    {
        var name = Read(
            new IdentityFacts(),
            $$"""{"sub":"1","name":"a{{string.Concat(Enumerable.Repeat("👩", 100))}}"}"""
        )?.DisplayName;

        Assert.Equal("a" + string.Concat(Enumerable.Repeat("👩", 49)), name);
    }

    private static IdentityReader Reader(IdentityFacts facts) => new(facts, "https://login.example.com");

    private static Claims Parse(string json) => Claims.Of(JsonDocument.Parse(json).RootElement);

    private static Person? Read(IdentityFacts facts, string claims) =>
        Reader(facts).TryRead(Parse(claims), out var person, out _) ? person : null;
}
