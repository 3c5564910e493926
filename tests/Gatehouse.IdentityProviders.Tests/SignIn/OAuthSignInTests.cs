using Gatehouse.AspNetCore.SignIn;
using Gatehouse.IdentityProviders.SignIn;
using Gatehouse.Testing.Providers;
using Gatehouse.Testing.Providers.Quirks;

namespace Gatehouse.IdentityProviders.Tests.SignIn;

public sealed class OAuthSignInTests
{
    [Fact]
    public async Task The_account_API_says_who_signed_in()
    {
        await using var visit = await ProviderVisit.StartAsync(GitHubProvider.Today);

        var signedIn = Assert.IsType<SignInStep.SignedIn>(await visit.SignInAsync());

        Assert.Equal(visit.Engine.Issuer, signedIn.Person.Issuer);
        Assert.All(signedIn.Person.Subject, character => Assert.True(char.IsAsciiDigit(character)));
        Assert.Equal(("Alice", "alice"), (signedIn.Person.DisplayName, signedIn.AccountName));
        var request = Assert.Single(visit.Engine.RequestsTo(ProviderEndpoint.Account));
        Assert.Equal("application/vnd.github+json", request.Header("Accept"));
    }

    [Fact]
    public async Task A_token_that_nobody_keeps_and_that_never_ends_is_deleted_there()
    {
        await using var visit = await ProviderVisit.StartAsync(GitHubProvider.Today);

        Assert.Null(Assert.IsType<SignInStep.SignedIn>(await visit.SignInAsync()).Credential);

        Assert.Single(visit.Engine.Requests, IsDeletion);
    }

    [Fact]
    public async Task A_person_who_is_refused_leaves_no_token_behind()
    {
        await using var visit = await ProviderVisit.StartAsync(
            GitHubProvider.Today,
            options =>
            {
                options.Upstream = "token";
                options.Allow.Everyone = false;
                options.Allow.Subjects.Add("nobody");
            }
        );

        Assert.IsType<SignInStep.Failed>(await visit.SignInAsync());

        Assert.Single(visit.Engine.Requests, IsDeletion);
    }

    [Fact]
    public async Task A_token_that_is_kept_is_not_deleted()
    {
        await using var visit = await ProviderVisit.StartAsync(
            GitHubProvider.Today,
            options => options.Upstream = "token"
        );

        Assert.NotNull(Assert.IsType<SignInStep.SignedIn>(await visit.SignInAsync()).Credential);

        Assert.DoesNotContain(visit.Engine.Requests, IsDeletion);
    }

    [Fact]
    public async Task The_request_has_PKCE_and_state_and_no_nonce()
    {
        await using var visit = await ProviderVisit.StartAsync(GitHubProvider.Today);

        await visit.SignInAsync();

        var request = Assert.Single(visit.Engine.RequestsTo(ProviderEndpoint.Authorize));
        Assert.Equal("S256", request["code_challenge_method"]);
        Assert.Equal("read:user", request["scope"]);
        Assert.False(request.Has("nonce"));
        Assert.False(request.Has("resource"));
    }

    [Fact]
    public async Task A_rule_about_organisations_asks_for_them_and_for_the_scope_to_see_them()
    {
        await using var visit = await ProviderVisit.StartAsync(
            GitHubProvider.Today,
            options =>
            {
                options.Allow.Everyone = false;
                options.Allow.Organizations.Add("Acme");
            }
        );
        visit.Engine.Person = ProviderPerson.Alice with { Organizations = ["other", "acme"] };
        Assert.IsType<SignInStep.SignedIn>(await visit.SignInAsync());
        Assert.Contains(visit.Engine.Requests, request => request["per_page"] == "100");
        Assert.Equal("read:user read:org", Assert.Single(visit.Engine.RequestsTo(ProviderEndpoint.Authorize))["scope"]);

        visit.Engine.Person = ProviderPerson.Bob with { Organizations = ["other"] };
        var failed = Assert.IsType<SignInStep.Failed>(await visit.SignInAsync());

        Assert.Equal("provider-account-refused", failed.Problem.Code);
        Assert.DoesNotContain("Acme", failed.Problem.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(visit.Request.Id.Value, visit.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_with_status_200_is_an_error()
    {
        await using var visit = await ProviderVisit.StartAsync(GitHubProvider.Today);
        var away = await visit.LeaveAsync();
        var parameters = await visit.BrowseAsync(away.Link);
        await visit.ReturnAsync(away, parameters);

        var again = Assert.IsType<SignInStep.Failed>(await visit.ReturnAsync(away, parameters));

        Assert.Equal("provider-sign-in-again", again.Problem.Code);
    }

    [Fact]
    public async Task The_upstream_token_without_an_end_is_kept_and_given_back()
    {
        await using var visit = await ProviderVisit.StartAsync(
            GitHubProvider.Today,
            options => options.Upstream = "token"
        );

        var signedIn = Assert.IsType<SignInStep.SignedIn>(await visit.SignInAsync());

        var credential = ProviderCredential.Parse(signedIn.Credential)!;
        Assert.Equal((null, null), (credential.ExpiresAt, credential.RefreshToken));
        Assert.True(
            await visit.SignIn.DeleteCredentialAsync(signedIn.Credential, TestContext.Current.CancellationToken)
        );
        Assert.Contains(visit.Engine.Requests, request => request.Method == "DELETE");
    }

    [Fact]
    public async Task An_account_API_in_trouble_is_said_so()
    {
        await using var visit = await ProviderVisit.StartAsync(GitHubProvider.Today);
        visit.Engine.Faults.Where = [ProviderEndpoint.Account];
        visit.Engine.Faults.Fails(1, Gatehouse.Testing.Providers.Faults.FaultKind.ServerError);

        var failed = Assert.IsType<SignInStep.Failed>(await visit.SignInAsync());

        Assert.Equal("provider-unreachable", failed.Problem.Code);
    }

    private static bool IsDeletion(ProviderRequest request) => request.Method == "DELETE";
}
