using System.Text.Json;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Identity;
using Gatehouse.IdentityProviders.Identity.Allow;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.IdentityProviders.Tests.Identity;

public sealed class AllowRulesTests
{
    private static readonly IdentityFacts Facts = new() { Tenant = "tid", Organization = "org" };

    [Theory]
    [InlineData(false, false, null)]
    [InlineData(false, true, null)]
    [InlineData(true, true, null)]
    [InlineData(true, false, "allow")]
    public void Without_a_rule_the_world_stays_outside(bool admitsEverybody, bool everyone, string? refusedBy) =>
        Assert.Equal(
            refusedBy,
            new AllowRules(new AllowOptions { Everyone = everyone }, Facts, admitsEverybody).Check(Visitor("{}"))?.Rule
        );

    [Theory]
    [InlineData("""{"tid":"CONTOSO"}""", null)]
    [InlineData("""{"tid":"fabrikam"}""", "tenants")]
    [InlineData("""{"tid":"contoso.evil"}""", "tenants")]
    [InlineData("{}", "tenants")]
    public void Tenants(string claims, string? refusedBy) =>
        Assert.Equal(refusedBy, Check(new AllowOptions { Tenants = ["contoso"] }, claims));

    [Theory]
    [InlineData("""{"org":"Acme"}""", "", null)]
    [InlineData("""{"org":["x","acme"]}""", "", null)]
    [InlineData("{}", "x ACME", null)]
    [InlineData("""{"org":"other"}""", "x", "organizations")]
    [InlineData("{}", "", "organizations")]
    public void Organizations_by_claim_or_by_the_providers_API(string claims, string listed, string? refusedBy) =>
        Assert.Equal(
            refusedBy,
            Check(
                new AllowOptions { Organizations = ["acme"] },
                claims,
                listed.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            )
        );

    [Theory]
    [InlineData("""{"groups":["x","staff"]}""", null)]
    [InlineData("""{"groups":"staff"}""", null)]
    [InlineData("""{"groups":["Staff","staff2"]}""", "groups")]
    [InlineData("""{"groups":[]}""", "groups")]
    [InlineData("{}", "groups")]
    public void Groups(string claims, string? refusedBy) =>
        Assert.Equal(refusedBy, Check(new AllowOptions { Groups = ["staff"] }, claims));

    [Theory]
    [InlineData(
        """{"_claim_names":{"groups":"src1"},"_claim_sources":{"src1":{"endpoint":"https://graph.example"}}}"""
    )]
    [InlineData("""{"hasgroups":true}""")]
    [InlineData("""{"hasgroups":"true"}""")]
    public void Too_many_groups_for_a_token_are_a_refusal_that_names_app_roles(string claims)
    {
        var refusal = new AllowRules(new AllowOptions { Groups = ["staff"] }, Facts, admitsEverybody: false).Check(
            Visitor(claims)
        );

        Assert.Equal("groups", refusal?.Rule);
        Assert.Contains("app role", refusal?.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"roles":["reader"]}""", null)]
    [InlineData("""{"roles":{"reader":{"1":"example.com"}}}""", null)]
    [InlineData("""{"roles":["Reader"]}""", "roles")]
    [InlineData("{}", "roles")]
    public void Roles(string claims, string? refusedBy) =>
        Assert.Equal(refusedBy, Check(new AllowOptions { Roles = ["reader"] }, claims));

    [Theory]
    [InlineData("""{"email":"a@Example.com","email_verified":true}""", null)]
    [InlineData("""{"email":"a@sub.example.com","email_verified":true}""", "emailDomains")]
    [InlineData("""{"email":"a@example.com.evil.example","email_verified":true}""", "emailDomains")]
    [InlineData("""{"email":"a@example.com","email_verified":false}""", "emailDomains")]
    [InlineData("""{"email":"a@example.com"}""", "emailDomains")]
    [InlineData("{}", "emailDomains")]
    public void Domains_of_proved_addresses(string claims, string? refusedBy) =>
        Assert.Equal(refusedBy, Check(new AllowOptions { EmailDomains = ["example.com"] }, claims));

    [Theory]
    [InlineData("alice", null)]
    [InlineData("ALICE", "subjects")]
    [InlineData("bob", "subjects")]
    public void Single_people(string allowed, string? refusedBy) =>
        Assert.Equal(refusedBy, Check(new AllowOptions { Subjects = [allowed] }, "{}"));

    [Fact]
    public void Every_kind_of_rule_must_hold()
    {
        var allow = new AllowOptions { Tenants = ["contoso"], Groups = ["staff"] };

        Assert.Null(Check(allow, """{"tid":"contoso","groups":["staff"]}"""));
        Assert.Equal("groups", Check(allow, """{"tid":"contoso"}"""));
        Assert.Equal("tenants", Check(allow, """{"groups":["staff"]}"""));
    }

    [Fact]
    public void A_rule_holds_also_where_everyone_is_allowed() =>
        Assert.Equal("tenants", Check(new AllowOptions { Everyone = true, Tenants = ["contoso"] }, "{}"));

    [Fact]
    public void A_rule_about_a_claim_the_provider_does_not_have_lets_nobody_in()
    {
        var facts = new IdentityFacts { Roles = null };

        Assert.Equal(
            "tenants",
            new AllowRules(new AllowOptions { Tenants = ["x"] }, facts, admitsEverybody: false)
                .Check(Visitor("""{"tid":"x"}"""))
                ?.Rule
        );
        Assert.Equal(
            "roles",
            new AllowRules(new AllowOptions { Roles = ["x"] }, facts, admitsEverybody: false)
                .Check(Visitor("""{"roles":"x"}"""))
                ?.Rule
        );
    }

    [Fact]
    public void A_refusal_tells_nobody_who_is_let_in()
    {
        var allow = new AllowOptions
        {
            Tenants = ["secret-entry"],
            Organizations = ["secret-entry"],
            Groups = ["secret-entry"],
            Roles = ["secret-entry"],
            EmailDomains = ["secret-entry"],
            Subjects = ["secret-entry"],
        };
        foreach (var only in Each(allow))
        {
            var refusal = new AllowRules(only, Facts, admitsEverybody: false).Check(Visitor("{}"))!;
            Assert.DoesNotContain("secret-entry", refusal.ToString(), StringComparison.Ordinal);
        }
    }

    private static IEnumerable<AllowOptions> Each(AllowOptions all) =>
        [
            new AllowOptions { Tenants = all.Tenants },
            new AllowOptions { Organizations = all.Organizations },
            new AllowOptions { Groups = all.Groups },
            new AllowOptions { Roles = all.Roles },
            new AllowOptions { EmailDomains = all.EmailDomains },
            new AllowOptions { Subjects = all.Subjects },
        ];

    private static string? Check(AllowOptions allow, string claims, params string[] listed) =>
        new AllowRules(allow, Facts, admitsEverybody: false).Check(Visitor(claims, listed))?.Rule;

    private static Visitor Visitor(string claims, params string[] listed) =>
        new(
            new Person("https://login.example.com", "alice", "Alice"),
            Claims.Of(JsonDocument.Parse(claims).RootElement),
            listed
        );
}
