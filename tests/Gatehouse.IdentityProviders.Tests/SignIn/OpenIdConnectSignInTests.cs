using System.Text.Json.Nodes;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.IdentityProviders.SignIn;
using Gatehouse.Testing.Providers;
using Gatehouse.Testing.Providers.Quirks;

namespace Gatehouse.IdentityProviders.Tests.SignIn;

public sealed class OpenIdConnectSignInTests
{
    [Fact]
    public async Task A_person_who_signed_in_there_is_known_here()
    {
        await using var visit = await ProviderVisit.StartAsync(GenericProvider.Plain);

        var signedIn = Assert.IsType<SignInStep.SignedIn>(await visit.SignInAsync());

        Assert.Equal(visit.Engine.Issuer, signedIn.Person.Issuer);
        Assert.Equal(ProviderPerson.Alice.Subject, signedIn.Person.Subject);
        Assert.Equal("Alice", signedIn.Person.DisplayName);
        Assert.Equal("alice", signedIn.AccountName);
        Assert.Null(signedIn.Credential);
        Assert.Equal("The Provider, " + new Uri(visit.Engine.Issuer).Authority, visit.SignIn.Place);
    }

    [Fact]
    public async Task The_request_has_PKCE_state_and_nonce_and_nothing_of_the_client()
    {
        await using var visit = await ProviderVisit.StartAsync(GenericProvider.Plain);

        await visit.SignInAsync();

        var request = Assert.Single(visit.Engine.RequestsTo(ProviderEndpoint.Authorize));
        Assert.Equal("code", request["response_type"]);
        Assert.Equal(visit.Engine.ClientId, request["client_id"]);
        Assert.Equal(ProviderVisit.Callback, request["redirect_uri"]);
        Assert.Equal("openid profile email", request["scope"]);
        Assert.Equal("S256", request["code_challenge_method"]);
        Assert.Equal(43, request["code_challenge"]!.Length);
        Assert.Equal(43, request["nonce"]!.Length);
        Assert.True(CallbackState.TryRead(request["state"], out var id));
        Assert.Equal(visit.Request.Id, id);
        Assert.False(request.Has("resource"));
        var redemption = Assert.Single(visit.Engine.RequestsTo(ProviderEndpoint.Token));
        Assert.Equal(43, redemption["code_verifier"]!.Length);
    }

    [Fact]
    public async Task Where_nobody_says_which_claim_is_the_user_name_an_account_is_called_what_nobody_can_choose()
    {
        await using var visit = await ProviderVisit.StartAsync(
            GenericProvider.Plain,
            options => options.AccountClaim = null
        );

        var signedIn = Assert.IsType<SignInStep.SignedIn>(await visit.SignInAsync());
        Assert.Equal(signedIn.Person.Subject, signedIn.AccountName);
    }

    [Fact]
    public async Task Two_sign_ins_share_no_secret()
    {
        await using var visit = await ProviderVisit.StartAsync(GenericProvider.Plain);

        await visit.LeaveAsync();
        await visit.BrowseAsync((await visit.LeaveAsync()).Link);
        await visit.BrowseAsync((await visit.LeaveAsync()).Link);

        var requests = visit.Engine.RequestsTo(ProviderEndpoint.Authorize);
        foreach (var name in new[] { "state", "nonce", "code_challenge" })
        {
            Assert.Equal(2, requests.Select(request => request[name]).Distinct().Count());
        }
    }

    [Fact]
    public async Task The_operators_parameters_are_sent_and_change_nothing_that_ties_the_answer()
    {
        await using var visit = await ProviderVisit.StartAsync(
            GenericProvider.Plain,
            options =>
            {
                options.Parameters["domain_hint"] = "example.com & more";
                options.Parameters["prompt"] = "select_account";
            }
        );

        await visit.SignInAsync();

        var request = Assert.Single(visit.Engine.RequestsTo(ProviderEndpoint.Authorize));
        Assert.Equal("example.com & more", request["domain_hint"]);
        Assert.Equal("select_account", request["prompt"]);
        Assert.Single(request.Query["state"]);
    }

    [Fact]
    public async Task The_address_the_person_typed_is_passed_on_as_a_hint()
    {
        await using var visit = await ProviderVisit.StartAsync(GenericProvider.Plain);
        var request = visit.Request with { LoginHint = "alice@example.test" };

        var waiting = Assert.IsType<SignInStep.Waiting>(
            await visit.SignIn.StartAsync(request, TestContext.Current.CancellationToken)
        );

        Assert.Contains("login_hint=alice%40example.test", waiting.Progress.Link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_that_only_looks_finds_the_same_way_again()
    {
        await using var visit = await ProviderVisit.StartAsync(GenericProvider.Plain);
        var away = await visit.LeaveAsync();

        var looked = await visit.SignIn.ContinueAsync(
            visit.Request,
            away.State,
            answer: null,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(away, Assert.IsType<SignInStep.Waiting>(looked).Progress);
    }

    [Fact]
    public async Task A_lean_ID_token_is_completed_by_userinfo()
    {
        await using var visit = await ProviderVisit.StartAsync(GenericProvider.Poor);

        var signedIn = Assert.IsType<SignInStep.SignedIn>(await visit.SignInAsync());

        Assert.Equal(("Alice", "alice"), (signedIn.Person.DisplayName, signedIn.AccountName));
        Assert.Single(visit.Engine.RequestsTo(ProviderEndpoint.Account));
    }

    [Fact]
    public async Task Userinfo_is_not_asked_when_the_ID_token_says_it_all()
    {
        await using var visit = await ProviderVisit.StartAsync(GenericProvider.Plain);

        await visit.SignInAsync();

        Assert.Empty(visit.Engine.RequestsTo(ProviderEndpoint.Account));
    }

    [Fact]
    public async Task Userinfo_about_somebody_else_is_refused()
    {
        await using var visit = await ProviderVisit.StartAsync(GenericProvider.Poor);
        visit.Engine.Faults.AccountSubject = ProviderPerson.Bob.Subject;

        await RefusedAsync(visit, "provider-answer-foreign", "another person");
    }

    [Fact]
    public async Task An_elliptic_key_and_a_provider_that_names_itself_will_do()
    {
        await using var visit = await ProviderVisit.StartAsync(GenericProvider.Rich);

        Assert.IsType<SignInStep.SignedIn>(await visit.SignInAsync());
    }

    [Theory]
    [InlineData("https://evil.example", "another provider")]
    [InlineData(null, "promises to name itself")]
    public async Task A_provider_that_promised_to_name_itself_must(string? issuer, string reason)
    {
        await using var visit = await ProviderVisit.StartAsync(GenericProvider.Rich);
        var away = await visit.LeaveAsync();
        var parameters = await visit.BrowseAsync(away.Link);
        parameters.Remove("iss");
        if (issuer is not null)
        {
            parameters["iss"] = issuer;
        }

        Refused(visit, await visit.ReturnAsync(away, parameters), "provider-answer-foreign", reason);
        Assert.Empty(visit.Engine.RequestsTo(ProviderEndpoint.Token));
    }

    [Theory]
    [InlineData("state")]
    [InlineData("code")]
    public async Task An_answer_without_state_or_code_is_none(string parameter)
    {
        await using var visit = await ProviderVisit.StartAsync(GenericProvider.Plain);
        var away = await visit.LeaveAsync();
        var parameters = await visit.BrowseAsync(away.Link);
        parameters.Remove(parameter);

        Refused(visit, await visit.ReturnAsync(away, parameters), "provider-answer-foreign", "");
        Assert.Empty(visit.Engine.RequestsTo(ProviderEndpoint.Token));
    }

    [Fact]
    public async Task The_state_of_another_sign_in_is_refused()
    {
        await using var visit = await ProviderVisit.StartAsync(GenericProvider.Plain);
        var (mine, other) = (await visit.LeaveAsync(), await visit.LeaveAsync());

        var step = await visit.ReturnAsync(mine, await visit.BrowseAsync(other.Link));

        Refused(visit, step, "provider-answer-foreign", "state");
        Assert.Empty(visit.Engine.RequestsTo(ProviderEndpoint.Token));
    }

    [Fact]
    public async Task A_sign_in_ends_after_twenty_minutes()
    {
        await using var visit = await ProviderVisit.StartAsync(GenericProvider.Plain);
        var away = await visit.LeaveAsync();
        var parameters = await visit.BrowseAsync(away.Link);

        visit.Time.Advance(TimeSpan.FromMinutes(20));

        var failed = Assert.IsType<SignInStep.Failed>(await visit.ReturnAsync(away, parameters));
        Assert.Equal("provider-sign-in-expired", failed.Problem.Code);
    }

    [Fact]
    public async Task A_person_who_says_no_there_reads_that_here()
    {
        await using var visit = await ProviderVisit.StartAsync(GenericProvider.Plain);
        visit.Engine.Mode = SignInMode.Deny;

        await RefusedAsync(visit, "provider-denied", "");
    }

    [Fact]
    public async Task A_provider_in_trouble_is_said_so_and_the_next_try_goes_on()
    {
        await using var visit = await ProviderVisit.StartAsync(GenericProvider.Plain);
        var away = await visit.LeaveAsync();
        var parameters = await visit.BrowseAsync(away.Link);
        visit.Engine.Faults.TokenError = new ErrorWords("temporarily_unavailable", Status: 503);

        Refused(visit, await visit.ReturnAsync(away, parameters), "provider-unreachable", "");
        visit.Engine.Faults.TokenError = null;
        Assert.IsType<SignInStep.SignedIn>(await visit.SignInAsync());
    }

    [Fact]
    public async Task A_rule_keeps_out_whom_the_provider_lets_in()
    {
        await using var visit = await ProviderVisit.StartAsync(
            GenericProvider.Plain,
            options =>
            {
                options.Allow.Everyone = false;
                options.Allow.EmailDomains.Add("contoso.example");
            }
        );

        var problem = await RefusedAsync(visit, "provider-account-refused", "emailDomains");

        Assert.Contains("You are Alice at The Provider", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("contoso", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_about_groups_asks_userinfo_for_them()
    {
        await using var visit = await ProviderVisit.StartAsync(
            GenericProvider.Poor with
            {
                AccountClaims = """{"sub":"{sub}","groups":"{groups}"}""",
            },
            options =>
            {
                options.Allow.Everyone = false;
                options.Allow.Groups.Add("team");
            }
        );

        Assert.IsType<SignInStep.SignedIn>(await visit.SignInAsync());
        visit.Engine.Person = ProviderPerson.Bob;
        await RefusedAsync(visit, "provider-account-refused", "groups");
    }

    [Fact]
    public async Task The_upstream_token_is_kept_where_it_is_wanted_and_given_back_in_the_end()
    {
        await using var visit = await ProviderVisit.StartAsync(
            GenericProvider.Plain,
            options => options.Upstream = "token"
        );

        var signedIn = Assert.IsType<SignInStep.SignedIn>(await visit.SignInAsync());

        Assert.Equal(
            "openid profile email offline_access",
            Assert.Single(visit.Engine.RequestsTo(ProviderEndpoint.Authorize))["scope"]
        );
        var credential = ProviderCredential.Parse(signedIn.Credential)!;
        Assert.NotNull(credential.RefreshToken);
        Assert.True(credential.ExpiresAt > visit.Time.GetUtcNow());
        Assert.Contains("openid", credential.Scopes);
        Assert.DoesNotContain(credential.AccessToken, signedIn.ToString() + credential, StringComparison.Ordinal);

        Assert.True(
            await visit.SignIn.DeleteCredentialAsync(signedIn.Credential, TestContext.Current.CancellationToken)
        );
        Assert.Contains(
            visit.Engine.RequestsTo(ProviderEndpoint.Revocation),
            request => request["token"] == credential.RefreshToken
        );
    }

    [Fact]
    public async Task A_credential_nobody_understands_is_gone()
    {
        await using var visit = await ProviderVisit.StartAsync(GenericProvider.Plain);

        Assert.True(
            await visit.SignIn.DeleteCredentialAsync("no JSON"u8.ToArray(), TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task No_secret_of_a_sign_in_is_logged()
    {
        await using var visit = await ProviderVisit.StartAsync(
            GenericProvider.Plain,
            options => options.Upstream = "token"
        );
        var away = await visit.LeaveAsync();
        var parameters = await visit.BrowseAsync(away.Link);
        var signedIn = Assert.IsType<SignInStep.SignedIn>(await visit.ReturnAsync(away, parameters));
        var again = await visit.ReturnAsync(away, parameters);

        Assert.IsType<SignInStep.Failed>(again);
        var state = JsonNode.Parse(away.State)!;
        var credential = ProviderCredential.Parse(signedIn.Credential)!;
        Assert.All(
            new[]
            {
                parameters["code"],
                (string)state["Verifier"]!,
                (string)state["Nonce"]!,
                credential.AccessToken,
                credential.RefreshToken!,
                visit.Engine.ClientSecret,
            },
            secret => Assert.DoesNotContain(secret, visit.Log.Text + away + again, StringComparison.Ordinal)
        );
    }

    private static async Task<string> RefusedAsync(ProviderVisit visit, string code, string logged) =>
        Refused(visit, await visit.SignInAsync(), code, logged);

    private static string Refused(ProviderVisit visit, SignInStep step, string code, string logged)
    {
        var problem = Assert.IsType<SignInStep.Failed>(step).Problem;
        Assert.Equal(code, problem.Code);
        var line = Assert.Single(
            visit.Log.Lines,
            line => line.Contains(visit.Request.Id.Value, StringComparison.Ordinal)
        );
        Assert.Contains(logged, line, StringComparison.Ordinal);
        return $"{problem.Title} {problem.Explanation} {problem.Fix}";
    }
}
