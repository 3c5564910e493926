using Gatehouse.Tests.Verbs;

namespace Gatehouse.Tests.Settings;

/// <summary>What an operator wrote and nobody would read stops the start: it may be a rule.</summary>
public sealed class WrittenSettingsTests
{
    // With an app nobody knows, so that nothing is served whatever is found.
    private static readonly string[] Nextcloud = ["nextcloud", "--cloud", "https://cloud.example.com", "--apps", "fax"];

    [Theory]
    [InlineData(
        """ "HiddenPaths": "/Private" """,
        """HiddenPaths: it must be a list: ["one", "two"] in gatehouse.json,"""
    )]
    [InlineData(""" "AppPasswordScopes": "notes.read" """, "AppPasswordScopes: it must be a list")]
    [InlineData(""" "DeniedClientDomains": "evil.example" """, "DeniedClientDomains: it must be a list")]
    [InlineData(""" "HiddenPaths": [null] """, "HiddenPaths:0: it is empty.")]
    [InlineData(""" "HiddenPaths": [["/Private"]] """, "HiddenPaths:0: it must be one value.")]
    [InlineData(
        """ "HiddenPaths": { "first": "/Private" } """,
        "HiddenPaths:first: HiddenPaths is a list whose entries are numbered: HiddenPaths:0."
    )]
    [InlineData(""" "Apps": ["notes"] """, "Apps: it must be one value.")]
    [InlineData(""" "ReadOnly": "yes" """, "ReadOnly: 'yes' must be true or false.")]
    [InlineData(""" "ReadOnly": "" """, "ReadOnly: '' must be true or false.")]
    [InlineData(""" "CallsPerMinute": "many" """, "CallsPerMinute: 'many' must be a whole number.")]
    [InlineData(
        """ "AccessTokenLifetime": 60 """,
        "AccessTokenLifetime: '60' must be hours, minutes and seconds such as 01:00:00, after days where there are any: 90.00:00:00."
    )]
    [InlineData(""" "AccessTokenLifetime": "24:00:00" """, "AccessTokenLifetime: '24:00:00' must be hours")]
    [InlineData(""" "RefreshTokenLifetime": "90" """, "RefreshTokenLifetime: '90' must be hours")]
    [InlineData(""" "RefreshTokenLifetime": "-90.00:00:00" """, "RefreshTokenLifetime: '-90.00:00:00' must be hours")]
    [InlineData(""" "RefreshTokenLifetime": "" """, "RefreshTokenLifetime: '' must be hours")]
    [InlineData(""" "AccessTokenLifetime": "1.00:00:01" """, "AccessTokenLifetime: 1.00:00:01 must be from 00:01:00")]
    [InlineData(""" "Publicurll": "x" """, "Publicurll: there is no such setting. Perhaps PublicUrl is meant.")]
    [InlineData(
        """ "Colour": "blue" """,
        "Colour: there is no such setting. There are AccessTokenLifetime, AllowedClientDomains,"
    )]
    [InlineData(""" "Clients": "claude" """, "Clients: it must be a list")]
    [InlineData(
        """ "Clients": [{ "Id": "a", "Secrets": "b" }] """,
        "Clients:0:Secrets: there is no such setting. Perhaps Clients:0:Secret is meant."
    )]
    [InlineData(
        """ "Clients": [{ "Id": "a", "RedirectUris": "http://127.0.0.1/" }] """,
        "Clients:0:RedirectUris: it must be a list"
    )]
    [InlineData(""" "Clients": ["claude"] """, "Clients:0: it must have keys of its own, not a text.")]
    [InlineData(""" "Clients": [{}] """, "Clients:0: it is empty.")]
    public async Task In_the_file(string setting, string problem)
    {
        var run = await GatehouseRun.WithSettingsAsync($$"""{{{setting}}}""", Nextcloud);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("gatehouse: " + problem, run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "GATEHOUSE_HiddenPaths",
        "/Private",
        "it must be a list: [\"one\", \"two\"] in gatehouse.json, GATEHOUSE_HiddenPaths__0=one in the environment."
    )]
    [InlineData("GATEHOUSE_AppPasswordScopes", "notes.read", "it must be a list")]
    [InlineData("GATEHOUSE_READ_ONLY", "true", "there is no such setting. Perhaps GATEHOUSE_ReadOnly is meant.")]
    [InlineData(
        "GATEHOUSE_DENIEDCLIENTDOMAIN",
        "x",
        "there is no such setting. Perhaps GATEHOUSE_DeniedClientDomains is meant."
    )]
    [InlineData("GATEHOUSE_READONLY", "1", "'1' must be true or false.")]
    [InlineData("GATEHOUSE_PORT", "8931", "there is no such setting.")]
    [InlineData(
        "GATEHOUSE_Clients__0__Secrets",
        "x",
        "there is no such setting. Perhaps GATEHOUSE_Clients__0__Secret is meant."
    )]
    public async Task In_the_environment(string variable, string value, string problem)
    {
        var run = await GatehouseRun.OfAsync(
            Nextcloud,
            environment: new Dictionary<string, string>(StringComparer.Ordinal) { [variable] = value }
        );

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"gatehouse: {variable}: {problem}", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_of_others_are_left_alone()
    {
        var run = await GatehouseRun.OfAsync(
            Nextcloud,
            environment: new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["GATEHOUSE_USER"] = "alice",
                ["GATEHOUSE_APP_PASSWORD_FILE"] = "password.txt",
                ["GATEHOUSE_TEST_CLOUD"] = "https://cloud.example.com",
                // What Kubernetes says of the services gatehouse and gatehouse-proxy.
                ["GATEHOUSE_SERVICE_HOST"] = "10.0.0.1",
                ["GATEHOUSE_SERVICE_PORT"] = "80",
                ["GATEHOUSE_SERVICE_PORT_HTTP"] = "80",
                ["GATEHOUSE_PORT"] = "tcp://10.0.0.1:80",
                ["GATEHOUSE_PORT_80_TCP"] = "tcp://10.0.0.1:80",
                ["GATEHOUSE_PORT_80_TCP_PROTO"] = "tcp",
                ["GATEHOUSE_PORT_80_TCP_PORT"] = "80",
                ["GATEHOUSE_PORT_80_TCP_ADDR"] = "10.0.0.1",
                ["GATEHOUSE_PROXY_SERVICE_HOST"] = "10.0.0.2",
                ["GATEHOUSE_PROXY_PORT"] = "tcp://10.0.0.2:80",
            }
        );

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("gatehouse: Apps: ", run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task Everything_that_is_known_may_be_written_in_any_case_and_with_a_schema()
    {
        var run = await GatehouseRun.WithSettingsAsync(
            """
            {
              "$schema": "https://example.com/gatehouse.json", "readOnly": true, "callsPerMinute": 10, "masterKey": null, "hiddenTags": [],
              "onlyPaths": ["/Work"], "accessTokenLifetime": "00:30:00", "refreshTokenLifetime": "30.00:00:00",
              "clients": [{ "id": "a", "name": "A", "secret": "s", "redirectUris": ["http://127.0.0.1/"] }],
              "identityProviders": [{
                "issuer": "https://idp.example.com", "clientId": "me", "accountClaim": "upn",
                "parameters": { "domain_hint": "x" }, "allow": { "everyone": true }
              }]
            }
            """,
            Nextcloud,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["GATEHOUSE_HIDDENPATHS__0"] = "/Private" }
        );

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("gatehouse: Apps: ", run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_hides_no_other_problem()
    {
        var run = await GatehouseRun.WithSettingsAsync(
            """{"CallsPerMinute":"many","readOnly":"yes","PublicUrl":"nowhere"}""",
            ["nextcloud"],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["GATEHOUSE_ReadOnly"] = "maybe" }
        );

        Assert.Equal(2, run.ExitCode);
        Assert.All(
            ["CallsPerMinute:", "readOnly:", "GATEHOUSE_ReadOnly:", "PublicUrl:", "Cloud"],
            key => Assert.Contains("gatehouse: " + key, run.Errors, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"ReadOnly":true,"readonly":false}""")]
    public async Task A_file_that_is_no_json_object_is_named(string text)
    {
        var run = await GatehouseRun.WithSettingsAsync(text, Nextcloud);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("gatehouse: gatehouse.json cannot be read: ", run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task Wrong_settings_of_client_documents_are_named_together()
    {
        var run = await GatehouseRun.WithSettingsAsync(
            """{"ClientMetadataDocuments":"maybe","AllowedClientDomains":["https://claude.ai"]}""",
            Nextcloud
        );

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("ClientMetadataDocuments must be auto, on or off.", run.Errors, StringComparison.Ordinal);
        Assert.Contains("AllowedClientDomains: 'https://claude.ai'", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_about_files_that_cannot_be_read_stops_the_start()
    {
        var run = await GatehouseRun.OfAsync(
            Nextcloud,
            environment: new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["GATEHOUSE_HiddenPaths__0"] = "/Private/../Public",
            }
        );

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("HiddenPaths: '/Private/../Public'", run.Errors, StringComparison.Ordinal);
    }
}
