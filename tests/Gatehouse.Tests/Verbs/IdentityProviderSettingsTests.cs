namespace Gatehouse.Tests.Verbs;

public sealed class IdentityProviderSettingsTests
{
    private static readonly string[] Cloud = ["nextcloud", "--cloud", "https://cloud.example.com"];

    [Fact]
    public async Task Problems_of_every_provider_are_named_with_their_keys_and_end_with_2()
    {
        var run = await GatehouseRun.WithSettingsAsync(
            """
            {
              "PublicUrl": "http://mcp.example.com",
              "IdentityProviders": [
                { "Preset": "entar", "Issuer": "https://idp.example.com", "ClientId": "me" },
                { "Issuer": "https://login.microsoftonline.com/common/v2.0", "ClientSecretFile": "missing-secret" },
                { "Issuer": "https://idp.example.com", "ClientId": "me", "Upstream": "sometimes" }
              ]
            }
            """,
            Cloud
        );

        Assert.Equal(2, run.ExitCode);
        Assert.All(
            [
                "PublicUrl:",
                "IdentityProviders:0:Preset: there is no provider 'entar'.",
                "IdentityProviders:1:ClientId is missing",
                "IdentityProviders:1:ClientSecretFile: there is no file missing-secret.",
                "IdentityProviders:1:Allow: Microsoft Entra ID signs in everybody.",
                "IdentityProviders:2:Upstream: 'sometimes'",
            ],
            problem => Assert.Contains(problem, run.Errors, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Keys_nobody_knows_inside_a_provider_are_named()
    {
        var run = await GatehouseRun.WithSettingsAsync(
            """
            {"IdentityProviders":[{"Issuer":"https://idp.example.com","ClientId":"me","Colour":"blue","Allow":{"Everybody":true},"Settings":{"shade":"x"}}]}
            """,
            Cloud
        );

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("IdentityProviders:0:Colour: there is no such setting.", run.Errors, StringComparison.Ordinal);
        Assert.Contains(
            "IdentityProviders:0:Allow:Everybody: there is no such setting.",
            run.Errors,
            StringComparison.Ordinal
        );
        Assert.Contains("IdentityProviders:0:Settings:shade: ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_provider_can_be_named_by_flags()
    {
        var run = await GatehouseRun.WithSettingsAsync(
            "{}",
            [
                .. Cloud,
                "--issuer",
                "http://idp.example.com",
                "--client-id",
                "",
                "--client-secret-file",
                "missing-secret",
                "--account-claim",
                "none",
            ]
        );

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(
            "IdentityProviders:0:Issuer: 'http://idp.example.com' must be https",
            run.Errors,
            StringComparison.Ordinal
        );
        Assert.Contains("IdentityProviders:0:ClientId is missing", run.Errors, StringComparison.Ordinal);
        Assert.Contains("IdentityProviders:0:ClientSecretFile: there is no file", run.Errors, StringComparison.Ordinal);
        Assert.Contains("IdentityProviders:0:AccountClaim: 'none' is no claim.", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "Allow": { "Groups": "staff" } """, "Allow:Groups: it must be a list")]
    [InlineData(""" "Allow": { "Groups": [["staff"]] } """, "Allow:Groups:0: it must be one value.")]
    [InlineData(""" "Allow": { "Groups": [], "Subjects": ["42"] } """, "Allow:Groups: it names nobody.")]
    [InlineData(""" "Allow": "staff" """, "Allow: it must have keys of its own")]
    [InlineData(""" "Allow": {} """, "Allow: it names nobody.")]
    [InlineData(""" "Allow": null """, "Allow: it names nobody.")]
    [InlineData(""" "Allow": { "Everyone": false } """, "Allow: it names nobody.")]
    [InlineData(""" "Allow": ["staff"] """, "Allow:0: there is no such setting.")]
    [InlineData(""" "Scopes": "openid email" """, "Scopes: it must be a list")]
    [InlineData(""" "EmailDomains": "example.com" """, "EmailDomains: it must be a list")]
    [InlineData(""" "Parameters": "prompt=login" """, "Parameters: it must be names with a text each")]
    [InlineData(""" "AccountClaim": ["email"] """, "AccountClaim: it must be one value.")]
    [InlineData(""" "Upstream": "token" """, "Upstream: nothing in this server uses that token")]
    [InlineData(""" "AccountClaim": "none" """, "AccountClaim: 'none' is no claim.")]
    [InlineData(""" "Preset": "dex" """, "AccountClaim is missing: which claim of Dex")]
    public async Task What_would_be_dropped_or_not_used_is_refused(string keys, string problem)
    {
        var run = await GatehouseRun.WithSettingsAsync(
            $$"""{"IdentityProviders":[{"Issuer":"https://idp.example.com","ClientId":"me",{{keys}}}]}""",
            Cloud
        );

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("IdentityProviders:0:" + problem, run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "google" """, "IdentityProviders: it must be a list")]
    [InlineData(
        """{ "preset": "google" }""",
        "IdentityProviders:preset: IdentityProviders is a list whose entries are numbered: IdentityProviders:0:preset."
    )]
    public async Task Providers_that_are_no_list_are_refused(string providers, string problem)
    {
        var run = await GatehouseRun.WithSettingsAsync($$"""{"IdentityProviders":{{providers}}}""", Cloud);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(problem, run.Errors, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(
        "GATEHOUSE_IDENTITYPROVIDERS__0__ALLOW__GROUP__0",
        "ALLOW__GROUP: there is no such setting. Perhaps GATEHOUSE_IDENTITYPROVIDERS__0__ALLOW__Groups is meant."
    )]
    [InlineData("GATEHOUSE_IDENTITYPROVIDERS__0__ALLOW__GROUPS", "ALLOW__GROUPS: it must be a list")]
    [InlineData(
        "GATEHOUSE_IDENTITYPROVIDERS__0__ALOW__GROUPS__0",
        "ALOW: there is no such setting. Perhaps GATEHOUSE_IDENTITYPROVIDERS__0__Allow is meant."
    )]
    public async Task A_rule_that_is_mistyped_in_the_environment_is_refused(string variable, string problem)
    {
        var run = await GatehouseRun.WithSettingsAsync(
            """{"IdentityProviders":[{"Issuer":"https://idp.example.com","ClientId":"me","AccountClaim":"upn"}]}""",
            Cloud,
            new Dictionary<string, string> { [variable] = "staff", ["GATEHOUSE_PORT"] = "tcp://10.0.0.1:80" }
        );

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("GATEHOUSE_IDENTITYPROVIDERS__0__" + problem, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("PORT", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task App_passwords_of_the_cloud_are_refused_where_people_sign_in_elsewhere()
    {
        var run = await GatehouseRun.WithSettingsAsync(
            """{"AppPasswords":true,"IdentityProviders":[{"Issuer":"https://idp.example.com","ClientId":"me","AccountClaim":"upn"}]}""",
            Cloud
        );

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("AppPasswords: with IdentityProviders", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_lets_people_link_any_account_needs_no_claim()
    {
        var run = await GatehouseRun.WithSettingsAsync(
            """{"LinkedAccountMustMatch":false,"PublicUrl":"nowhere","IdentityProviders":[{"Issuer":"https://idp.example.com","ClientId":"me"}]}""",
            Cloud
        );

        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain("IdentityProviders", run.Errors, StringComparison.Ordinal);
    }
}
