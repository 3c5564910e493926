using Gatehouse.AspNetCore.SignIn;
using Gatehouse.IdentityProviders.SignIn;
using Gatehouse.Testing.Providers;
using Gatehouse.Testing.Providers.Quirks;

namespace Gatehouse.IdentityProviders.Tests.SignIn;

/// <summary>Every provider that is known by name, as it is and in its other ways; adding one adds it here.</summary>
public sealed class EveryProviderTests
{
    /// <summary>All but the one that cannot sign anybody in; see <see cref="A_provider_without_a_signing_key_says_what_to_do"/>.</summary>
    public static TheoryData<string> Slugs { get; } =
        new(
            SimulatedProviders
                .All.Concat(SimulatedProviders.Variants)
                .Where(quirks => quirks != AuthentikProvider.WithoutKey)
                .Select(quirks => quirks.Slug)
        );

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task Signs_people_in_and_tells_them_apart(string slug)
    {
        await using var visit = await ProviderVisit.StartAsync(SimulatedProviders.Of(slug));

        var alice = await SignedInAsync(visit);
        var again = await SignedInAsync(visit);
        visit.Engine.Person = ProviderPerson.Bob;
        var bob = await SignedInAsync(visit);

        Assert.Equal(visit.Engine.Issuer, alice.Person.Issuer);
        Assert.Equal(alice.Person.Key, again.Person.Key);
        Assert.NotEqual(alice.Person.Key, bob.Person.Key);
        Assert.Equal("Alice", alice.Person.DisplayName);
        Assert.StartsWith("alice", alice.AccountName, StringComparison.Ordinal);
        Assert.StartsWith("bob", bob.AccountName, StringComparison.Ordinal);
        Assert.Null(alice.Credential);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task Is_asked_with_PKCE_and_never_with_the_resource_of_the_client(string slug)
    {
        await using var visit = await ProviderVisit.StartAsync(SimulatedProviders.Of(slug));

        await SignedInAsync(visit);

        var request = Assert.Single(visit.Engine.RequestsTo(ProviderEndpoint.Authorize));
        Assert.Equal("S256", request["code_challenge_method"]);
        Assert.NotNull(request["code_challenge"]);
        Assert.True(!request.Has("resource") || visit.Engine.Settings.Values.Contains(request["resource"]));
        Assert.DoesNotContain("offline_access", request["scope"] ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task Gives_a_token_to_act_with_and_takes_it_back(string slug)
    {
        await using var visit = await ProviderVisit.StartAsync(
            SimulatedProviders.Of(slug),
            options => options.Upstream = "token"
        );

        var alice = await SignedInAsync(visit);

        var credential = ProviderCredential.Parse(alice.Credential)!;
        var facts = KnownProviders.Find(slug.Split(':')[0])!;
        Assert.Equal(facts.Refresh.AreGiven && slug != "oidc:poor", credential.RefreshToken is not null);
        Assert.True(await visit.SignIn.DeleteCredentialAsync(alice.Credential, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_provider_without_a_signing_key_says_what_to_do()
    {
        await using var visit = await ProviderVisit.StartAsync(AuthentikProvider.WithoutKey);

        var problem = Assert.IsType<SignInStep.Failed>(await visit.SignInAsync()).Problem;

        Assert.Equal("provider-misconfigured", problem.Code);
        Assert.Contains("Signing Key", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_Entra_a_person_is_the_tenant_and_the_object()
    {
        await using var visit = await ProviderVisit.StartAsync(EntraProvider.Today);

        var alice = await SignedInAsync(visit);

        Assert.Equal($"{visit.Engine.Quirks.Tenant}.{ProviderPerson.Alice.Subject}", alice.Person.Subject);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("11111111-2222-3333-4444-555555555555", "provider-account-refused")]
    public async Task At_Entra_for_all_tenants_only_the_allowed_one_comes_in(string? tenant, string? problem)
    {
        await using var visit = await ProviderVisit.StartAsync(
            EntraProvider.Today,
            (options, engine) =>
            {
                options.Issuer = engine.IssuerOf("common");
                options.Allow.Everyone = false;
                options.Allow.Tenants.Add(engine.Quirks.Tenant);
            }
        );
        visit.Engine.Person = ProviderPerson.Alice with { Tenant = tenant };
        if (tenant is not null)
        {
            visit.Engine.Faults.IdTokenClaims = $$"""{"iss":"{{visit.Engine.IssuerOf(tenant)}}"}""";
        }

        var step = await visit.SignInAsync();

        Assert.Equal(problem, (step as SignInStep.Failed)?.Problem.Code);
        Assert.Equal(problem is null, step is SignInStep.SignedIn);
    }

    [Fact]
    public async Task At_Entra_too_many_groups_are_a_refusal_that_names_app_roles()
    {
        await using var visit = await ProviderVisit.StartAsync(
            EntraProvider.Today,
            options =>
            {
                options.Allow.Everyone = false;
                options.Allow.Groups.Add("team");
            }
        );
        Assert.IsType<SignInStep.SignedIn>(await visit.SignInAsync());
        visit.Engine.Person = ProviderPerson.Alice with { HasTooManyGroups = true };

        var problem = Assert.IsType<SignInStep.Failed>(await visit.SignInAsync()).Problem;

        Assert.Equal("provider-account-refused", problem.Code);
        Assert.Contains("app roles", problem.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contoso.example", true)]
    [InlineData("fabrikam.example", false)]
    [InlineData(null, false)]
    public async Task At_Google_the_hosted_domain_decides(string? domain, bool comesIn)
    {
        await using var visit = await ProviderVisit.StartAsync(
            GoogleProvider.Today,
            options =>
            {
                options.Allow.Everyone = false;
                options.Allow.Tenants.Add("contoso.example");
            }
        );
        visit.Engine.Person = ProviderPerson.Alice with { Tenant = domain };

        Assert.Equal(comesIn, await visit.SignInAsync() is SignInStep.SignedIn);
    }

    private static async Task<SignInStep.SignedIn> SignedInAsync(ProviderVisit visit)
    {
        var step = await visit.SignInAsync();
        Assert.True(step is SignInStep.SignedIn, $"{step} {visit.Log.Text}");
        return (SignInStep.SignedIn)step;
    }
}
