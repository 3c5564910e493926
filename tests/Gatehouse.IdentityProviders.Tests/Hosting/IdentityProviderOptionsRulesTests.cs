using System.Security.Cryptography;
using Gatehouse.IdentityProviders.Tests.Tokens;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.IdentityProviders.Tests.Hosting;

public sealed class IdentityProviderOptionsRulesTests
{
    [Fact]
    public void What_a_plain_provider_needs_is_three_values() => Assert.Empty(Problems(_ => { }));

    [Fact]
    public void A_provider_with_one_address_for_everybody_needs_no_issuer() =>
        Assert.Empty(
            Problems(options =>
            {
                options.Preset = "google";
                options.Issuer = null;
                options.Allow.Tenants.Add("example.com");
            })
        );

    [Fact]
    public void An_unknown_preset_lists_the_known_ones()
    {
        var problem = Assert.Single(Problems(options => options.Preset = "entar"));

        Assert.StartsWith(
            "IdentityProviders:0:Preset: there is no provider 'entar'.",
            problem,
            StringComparison.Ordinal
        );
        Assert.Contains("auth0, authentik, cognito", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "is missing")]
    [InlineData("", "is missing")]
    [InlineData("idp.example.com", "is not an address")]
    [InlineData("http://idp.example.com", "must be https")]
    [InlineData("ftp://idp.example.com", "must be https")]
    [InlineData("https://idp.example.com?tenant=1", "no query")]
    [InlineData("https://idp.example.com#top", "no query")]
    [InlineData("https://me:pass@idp.example.com", "no query")]
    [InlineData("https://{tenant}.example.com", "in braces")]
    [InlineData("https://idp.example.com/.well-known/openid-configuration", "perhaps https://idp.example.com.")]
    public void An_issuer_is_an_address_and_safe(string? issuer, string words)
    {
        var problem = Assert.Single(Problems(options => options.Issuer = issuer));

        Assert.StartsWith("IdentityProviders:0:Issuer", problem, StringComparison.Ordinal);
        Assert.Contains(words, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("pass@", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000/realm")]
    [InlineData("http://[::1]:5000")]
    [InlineData("http://localhost")]
    public void Plain_http_is_for_this_computer(string issuer) =>
        Assert.Empty(Problems(options => options.Issuer = issuer));

    [Theory]
    [InlineData("Contoso")]
    [InlineData("con toso")]
    [InlineData("-contoso")]
    [InlineData("contoso-")]
    [InlineData("contoso/../x")]
    [InlineData("")]
    public void A_name_is_a_part_of_an_address(string name) =>
        Assert.StartsWith(
            "IdentityProviders:0:Name:",
            Assert.Single(Problems(options => options.Name = name)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Two_providers_need_two_names()
    {
        var problem = Assert.Single(
            IdentityProviderExtensions.Problems([Options(), Options(options => options.Name = "other"), Options()])
        );

        Assert.StartsWith(
            "IdentityProviders:2:Name: 'oidc' is there more than once",
            problem,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_name_of_the_sign_in_at_Nextcloud_is_taken() =>
        Assert.Contains(
            "the sign-in at Nextcloud itself",
            Assert.Single(Problems(options => options.Name = "nextcloud")),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_client_proves_itself_in_one_way()
    {
        using var files = new KeyFiles();
        using var key = RSA.Create(2048);
        var file = files.Key(key);
        var problem = Assert.Single(
            Problems(options =>
            {
                options.ClientSecret = "hidden-word";
                options.ClientKeyFile = file;
            })
        );

        Assert.StartsWith(
            "IdentityProviders:0:ClientKeyFile: there is ClientSecret already",
            problem,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("hidden-word", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_not_there_are_named()
    {
        Assert.Contains(
            "ClientSecretFile: there is no file /nowhere/secret.",
            Assert.Single(Problems(options => options.ClientSecretFile = "/nowhere/secret")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("", "holds no private key")]
    [InlineData("hidden-word", "holds no private key")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nhidden-word\n-----END PRIVATE KEY-----", "neither RSA nor EC")]
    [InlineData("-----BEGIN ENCRYPTED PRIVATE KEY-----\nhidden-word\n-----END ENCRYPTED PRIVATE KEY-----", "encrypted")]
    public void A_key_file_that_holds_no_key_says_what_it_lacks(string content, string words)
    {
        using var files = new KeyFiles();
        var file = files.Write("key.pem", content);

        var problem = Assert.Single(Problems(options => options.ClientKeyFile = file));

        Assert.StartsWith("IdentityProviders:0:ClientKeyFile: ", problem, StringComparison.Ordinal);
        Assert.Contains(words, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-word", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_needs_its_own_key()
    {
        using var files = new KeyFiles();
        using var key = RSA.Create(2048);
        using var other = RSA.Create(2048);
        using var certificate = KeyFiles.Issue(other);
        var alone = files.Write("alone.pem", certificate.ExportCertificatePem());
        var foreign = files.Write(
            "foreign.pem",
            certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem()
        );
        var right = files.Certificate(key);

        Assert.Contains("no private key", Assert.Single(Problems(With(alone))), StringComparison.Ordinal);
        Assert.Contains("another key", Assert.Single(Problems(With(foreign))), StringComparison.Ordinal);
        Assert.Empty(Problems(With(right)));

        static Action<IdentityProviderOptions> With(string file) => options => options.ClientCertificateFile = file;
    }

    [Fact]
    public void An_empty_secret_file_is_a_problem()
    {
        using var files = new KeyFiles();
        var empty = files.Write("empty", " \n");
        var full = files.Write("full", "secret\n");

        Assert.Contains(
            "it is empty",
            Assert.Single(Problems(options => options.ClientSecretFile = empty)),
            StringComparison.Ordinal
        );
        Assert.Empty(Problems(options => options.ClientSecretFile = full));
    }

    [Theory]
    [InlineData("google", null)]
    [InlineData("github", null)]
    [InlineData("entra", "https://login.microsoftonline.com/common/v2.0")]
    [InlineData("entra", "https://login.microsoftonline.com/organizations/v2.0")]
    [InlineData(null, "https://login.microsoftonline.com/consumers/v2.0")]
    [InlineData("oidc", "https://accounts.google.com")]
    [InlineData("keycloak", "https://login.microsoftonline.com/common/v2.0")]
    public void Who_signs_in_the_whole_world_needs_a_rule(string? preset, string? issuer)
    {
        void Common(IdentityProviderOptions options)
        {
            options.Preset = preset;
            options.Issuer = issuer;
        }

        Assert.StartsWith("IdentityProviders:0:Allow: ", Assert.Single(Problems(Common)), StringComparison.Ordinal);
        Assert.Empty(
            Problems(options =>
            {
                Common(options);
                options.Allow.Everyone = true;
            })
        );
        Assert.Empty(
            Problems(options =>
            {
                Common(options);
                options.Allow.Subjects.Add("42");
            })
        );
    }

    [Fact]
    public void One_tenant_needs_no_rule() =>
        Assert.Empty(
            Problems(options =>
            {
                options.Preset = "entra";
                options.Issuer = "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0";
            })
        );

    [Fact]
    public void Roles_that_every_tenant_gives_its_own_people_are_no_rule() =>
        Assert.StartsWith(
            "IdentityProviders:0:Allow:Roles alone restrains nobody",
            Assert.Single(
                Problems(options =>
                {
                    options.Issuer = "https://login.microsoftonline.com/common/v2.0";
                    options.Preset = "entra";
                    options.Allow.Roles.Add("reader");
                })
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_rule_the_provider_knows_nothing_of_would_let_nobody_in() =>
        Assert.Contains(
            "Allow:Tenants: OpenID Connect says nothing of that",
            Assert.Single(Problems(options => options.Allow.Tenants.Add("contoso"))),
            StringComparison.Ordinal
        );

    [Fact]
    public void Everyone_and_a_list_contradict_each_other() =>
        Assert.Contains(
            "Allow:Everyone contradicts Allow:Groups",
            Assert.Single(
                Problems(options =>
                {
                    options.Allow.Everyone = true;
                    options.Allow.Groups.Add("staff");
                })
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Scopes_a_provider_does_not_know_are_named()
    {
        var problem = Assert.Single(
            Problems(options =>
            {
                options.Preset = "dex";
                options.Scopes.Add("mcp:read");
            })
        );

        Assert.StartsWith("IdentityProviders:0:Scopes: Dex knows no 'mcp:read'", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Short_scopes_need_what_belongs_before_them()
    {
        static void Short(IdentityProviderOptions options)
        {
            options.Issuer = "https://login.microsoftonline.com/contoso.example/v2.0";
            options.Preset = "entra";
            options.Scopes.Add("access");
        }

        Assert.StartsWith(
            "IdentityProviders:0:Settings:appIdUri is missing",
            Assert.Single(Problems(Short)),
            StringComparison.Ordinal
        );
        Assert.Empty(
            Problems(options =>
            {
                Short(options);
                options.Settings["appIdUri"] = "api://x";
            })
        );
    }

    [Fact]
    public void Settings_of_another_preset_are_named() =>
        Assert.StartsWith(
            "IdentityProviders:0:Settings:appIdUri: ",
            Assert.Single(Problems(options => options.Settings["appIdUri"] = "api://x")),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("state")]
    [InlineData("REDIRECT_URI")]
    [InlineData("code_challenge_method")]
    public void What_protects_a_sign_in_cannot_be_overridden(string parameter) =>
        Assert.StartsWith(
            $"IdentityProviders:0:Parameters:{parameter}: ",
            Assert.Single(Problems(options => options.Parameters[parameter] = "x")),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("sometimes", null, "Upstream: 'sometimes' must be")]
    [InlineData("on-behalf-of", "api://x", "does that as exchange")]
    [InlineData("exchange", null, "UpstreamAudience is missing")]
    public void What_goes_upstream_is_something_the_provider_does(string upstream, string? audience, string words) =>
        Assert.Contains(
            words,
            Assert.Single(
                Problems(options =>
                {
                    options.Upstream = upstream;
                    options.UpstreamAudience = audience;
                })
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("none", "To let people link any account they can sign in to, set LinkedAccountMustMatch to false.")]
    [InlineData("", "must name a claim")]
    [InlineData(" ", "must name a claim")]
    public void A_claim_for_the_linked_account_is_a_claim(string claim, string words)
    {
        var problem = Assert.Single(Problems(options => options.AccountClaim = claim));

        Assert.StartsWith("IdentityProviders:0:AccountClaim", problem, StringComparison.Ordinal);
        Assert.Contains(words, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("oidc", "https://idp.example.com", false)]
    [InlineData("auth0", "https://acme.eu.auth0.com/", true)]
    [InlineData("cognito", "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Example", true)]
    [InlineData("github", null, true)]
    [InlineData("entra", "https://login.microsoftonline.com/common/v2.0", true)]
    [InlineData("entra", "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0", false)]
    [InlineData("keycloak", "https://id.example.com/realms/staff", false)]
    [InlineData("google", null, false)]
    public void Who_may_link_needs_a_claim_where_people_choose_their_names(string preset, string? issuer, bool needed)
    {
        IdentityProviderOptions Option(string? claim) =>
            new()
            {
                Preset = preset,
                Issuer = issuer,
                AccountClaim = claim,
            };

        Assert.Equal(
            needed,
            IdentityProviderExtensions
                .LinkProblems([Option(null)])
                .Any(problem =>
                    problem.StartsWith("IdentityProviders:0:AccountClaim is missing", StringComparison.Ordinal)
                )
        );
        Assert.Empty(IdentityProviderExtensions.LinkProblems([Option("upn")]));
    }

    [Fact]
    public void All_problems_come_at_once_each_with_its_key()
    {
        var problems = IdentityProviderExtensions.Problems([
            Options(),
            new IdentityProviderOptions
            {
                Name = "X",
                Preset = "github",
                ClientSecretFile = "/nowhere/secret",
                Upstream = "?",
            },
        ]);

        Assert.Equal(
            ["Name", "ClientId", "ClientSecretFile", "Allow", "Upstream"],
            problems.Select(problem => Key(problem))
        );
        Assert.All(problems, problem => Assert.StartsWith("IdentityProviders:1:", problem, StringComparison.Ordinal));
    }

    private static string Key(string problem) =>
        problem["IdentityProviders:0:".Length..].TrimEnd().Split(' ')[0].Split(':')[0];

    private static IReadOnlyList<string> Problems(Action<IdentityProviderOptions> change) =>
        IdentityProviderExtensions.Problems([Options(change)]);

    private static IdentityProviderOptions Options(Action<IdentityProviderOptions>? change = null)
    {
        var options = new IdentityProviderOptions { Issuer = "https://idp.example.com", ClientId = "client" };
        change?.Invoke(options);
        return options;
    }
}
