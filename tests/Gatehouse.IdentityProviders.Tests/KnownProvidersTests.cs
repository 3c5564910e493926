using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Tests;

/// <summary>What holds for every known provider; a new file is held to it by being in the registry.</summary>
public sealed class KnownProvidersTests
{
    private static readonly string[] Always = ["issuer", "origin", "host", "clientId"];

    // Sent with every sign-in already, or never to be sent.
    private static readonly string[] Ours =
    [
        "client_id",
        "redirect_uri",
        "response_type",
        "scope",
        "state",
        "nonce",
        "code_challenge",
        "code_challenge_method",
    ];

    public static TheoryData<string> Slugs => [.. KnownProviders.All.Select(provider => provider.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void It_has_a_slug_a_name_a_source_and_says_whom_it_admits(string slug)
    {
        var provider = Find(slug);

        Assert.Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", provider.Slug);
        Assert.Equal($"docs/identity-providers/{slug}.md", provider.Page);
        Assert.False(string.IsNullOrWhiteSpace(provider.Name));
        Assert.False(string.IsNullOrWhiteSpace(provider.Source));
        Assert.EndsWith(".", provider.Admits, StringComparison.Ordinal);
        Assert.All(provider.Quirks, quirk => Assert.EndsWith(".", quirk, StringComparison.Ordinal));
        Assert.NotEmpty(provider.Quirks);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void It_is_recognised_by_what_its_issuers_look_like(string slug)
    {
        var provider = Find(slug);

        Assert.All(
            provider.Issuers.Select(Example),
            issuer =>
            {
                Assert.True(Uri.TryCreate(issuer, UriKind.Absolute, out var uri) && uri.Scheme == "https");
                Assert.Same(provider, KnownProviders.Recognise(issuer));
            }
        );
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Its_settings_have_names_that_can_be_written_and_say_what_to_write(string slug)
    {
        var settings = Find(slug).Settings;

        Assert.Distinct(settings.Select(setting => setting.Name));
        Assert.All(
            settings,
            setting =>
            {
                Assert.Matches("^[a-z][A-Za-z]*$", setting.Name);
                Assert.EndsWith(".", setting.Meaning, StringComparison.Ordinal);
                Assert.False(setting is { IsRequired: true, Default: not null });
                Assert.DoesNotContain(setting.Name, Always);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Its_templates_name_what_there_is_a_value_for(string slug)
    {
        var provider = Find(slug);
        string[] known = [.. Always, .. provider.Settings.Select(setting => setting.Name)];
        string?[] templates =
        [
            provider.Endpoints?.Authorize,
            provider.Endpoints?.Token,
            provider.Endpoints?.Account,
            provider.Identity.Organizations?.Address,
            provider.Scopes.Prefix,
            .. provider.Scopes.Extra,
            .. provider.AuthorizeParameters.Values,
            .. provider.OfflineParameters.Values,
            .. provider.AccessTokens.Audiences,
            .. provider.AccessTokens.Required.Values,
        ];

        Assert.All(templates.OfType<string>().SelectMany(Template.Names), name => Assert.Contains(name, known));
        Assert.All(
            provider.Settings,
            setting =>
                Assert.Contains(templates.OfType<string>(), template => Template.Names(template).Contains(setting.Name))
        );
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void It_changes_no_parameter_that_guards_a_sign_in(string slug)
    {
        var provider = Find(slug);

        Assert.All(
            provider.AuthorizeParameters.Keys.Concat(provider.OfflineParameters.Keys),
            name => Assert.DoesNotContain(name, Ours)
        );
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Its_scopes_fit_how_it_is_spoken_to(string slug)
    {
        var provider = Find(slug);
        var scopes = provider.Scopes;
        string[] asked = [.. scopes.SignIn, .. scopes.Offline is { } offline ? [offline] : (string[])[]];

        Assert.Distinct(asked);
        Assert.Equal(provider.Protocol == ProviderProtocol.OpenIdConnect, asked.Contains("openid"));
        Assert.All(asked, scope => Assert.DoesNotContain(scope, char.IsWhiteSpace));
        if (scopes.Only.Count > 0)
        {
            Assert.Subset(scopes.Only.ToHashSet(), asked.ToHashSet());
        }

        if (scopes.HasNone)
        {
            Assert.Empty(asked);
            Assert.Empty(scopes.Extra);
            Assert.Null(scopes.Prefix);
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void It_has_either_metadata_or_addresses(string slug)
    {
        var provider = Find(slug);

        Assert.Equal(provider.Protocol == ProviderProtocol.OpenIdConnect, provider.Metadata.Count > 0);
        Assert.Equal(provider.Protocol == ProviderProtocol.OAuth, provider.Endpoints is not null);
        Assert.Distinct(provider.Metadata);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Nobody_is_known_by_what_can_change_hands(string slug)
    {
        var identity = Find(slug).Identity;
        var subject = identity.Subject.Concat(Find(slug).AccessTokens.Subject ?? []).ToList();

        Assert.NotEmpty(identity.Subject);
        Assert.NotEmpty(identity.DisplayName);
        Assert.All(
            subject,
            claim =>
            {
                Assert.DoesNotContain("mail", claim, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("name", claim, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(claim, (string[])["upn", "login"]);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Each_error_has_one_meaning_and_a_fix_and_hides_no_other(string slug)
    {
        var errors = Find(slug).Errors;

        Assert.Distinct(errors.Select(error => error.Code), StringComparer.OrdinalIgnoreCase);
        Assert.All(
            errors,
            error =>
            {
                Assert.Equal(error.Code.Trim(), error.Code);
                Assert.EndsWith(".", error.Meaning, StringComparison.Ordinal);
                Assert.EndsWith(".", error.Fix, StringComparison.Ordinal);
                Assert.DoesNotContain(error.Code, error.Meaning, StringComparison.Ordinal);
            }
        );
        Assert.All(
            errors.Index(),
            error =>
                Assert.DoesNotContain(
                    errors.Take(error.Index),
                    earlier => error.Item.Code.Contains(earlier.Code, StringComparison.OrdinalIgnoreCase)
                )
        );
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Whose_tokens_prove_nothing_says_why_and_the_others_say_where_to_look(string slug)
    {
        var tokens = Find(slug).AccessTokens;

        Assert.Equal(tokens.Form == AccessTokenForm.Opaque, tokens.Unprovable is not null);
        if (tokens.Unprovable is { } reason)
        {
            Assert.EndsWith(".", reason, StringComparison.Ordinal);
            Assert.Empty(tokens.Audiences);
            Assert.Empty(tokens.Required);
        }
        else
        {
            Assert.NotEmpty(tokens.Scopes);
            Assert.NotEmpty(tokens.Client);
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Who_admits_everybody_says_so_in_words(string slug)
    {
        var provider = Find(slug);

        if (provider.AdmitsEverybody || provider.TenantsOfEverybody.Count + provider.IssuersOfEverybody.Count > 0)
        {
            Assert.Contains("everybody", provider.Admits, StringComparison.OrdinalIgnoreCase);
        }

        // What restrains it must be possible to write down.
        if (provider.TenantsOfEverybody.Count > 0)
        {
            Assert.NotNull(provider.Identity.Tenant);
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_name_people_choose_says_nothing_about_their_account(string slug)
    {
        var provider = Find(slug);
        var names = provider.Identity.UserName;

        Assert.DoesNotContain("nickname", names);
        Assert.True(provider.Identity.EmailVerified is not null || !names.Contains(provider.Identity.Email));
        if (provider.AdmitsEverybody)
        {
            Assert.All(names, name => Assert.Equal(provider.Identity.Email, name));
        }
    }

    [Fact]
    public void All_organisations_of_a_person_are_listed_at_GitHub() =>
        Assert.EndsWith(
            "/user/orgs?per_page=100",
            Find("github").Identity.Organizations?.Address,
            StringComparison.Ordinal
        );

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_refresh_token_is_asked_for_only_where_there_are_any(string slug)
    {
        var provider = Find(slug);

        if (!provider.Refresh.AreGiven)
        {
            Assert.Null(provider.Scopes.Offline);
            Assert.Empty(provider.OfflineParameters);
        }
    }

    [Fact]
    public void No_two_have_the_same_slug_or_name()
    {
        Assert.Distinct(KnownProviders.All.Select(provider => provider.Slug));
        Assert.Distinct(KnownProviders.All.Select(provider => provider.Name));
    }

    [Fact]
    public void The_first_set_is_complete() =>
        Assert.Subset(
            KnownProviders.All.Select(provider => provider.Slug).ToHashSet(),
            new HashSet<string>
            {
                "oidc",
                "entra",
                "okta",
                "okta-org",
                "auth0",
                "cognito",
                "keycloak",
                "google",
                "github",
                "github-app",
                "gitlab",
                "authentik",
                "zitadel",
                "dex",
                "pingfederate",
                "pingone",
                "adfs",
                "workos",
                "descope",
                "nextcloud-oauth2",
                "nextcloud-oidc",
                "nextcloud",
            }
        );

    private static IdentityProviderFacts Find(string slug) =>
        KnownProviders.Find(slug) ?? throw new InvalidOperationException(slug);

    private static string Example(string template) => Template.FillKnown(template, name => "x" + name);
}
