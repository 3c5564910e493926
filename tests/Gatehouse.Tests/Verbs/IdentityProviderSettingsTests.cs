namespace Gatehouse.Tests.Verbs;

public sealed class IdentityProviderSettingsTests
{
    private static readonly string[] Cloud = ["nextcloud", "--cloud", "https://cloud.example.com"];

    [Fact]
    public async Task Problems_of_every_provider_are_named_with_their_keys_and_end_with_2()
    {
        var run = await RunAsync(
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
        var run = await RunAsync(
            """
            {"IdentityProviders":[{"Issuer":"https://idp.example.com","ClientId":"me","Colour":"blue","Allow":{"Everybody":true},"Settings":{"shade":"x"}}]}
            """,
            Cloud
        );

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("IdentityProviders:0:Colour: there is no such key.", run.Errors, StringComparison.Ordinal);
        Assert.Contains(
            "IdentityProviders:0:Allow:Everybody: there is no such key.",
            run.Errors,
            StringComparison.Ordinal
        );
        Assert.Contains("IdentityProviders:0:Settings:shade: ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_provider_can_be_named_by_flags()
    {
        var run = await RunAsync(
            "{}",
            [
                .. Cloud,
                "--issuer",
                "http://idp.example.com",
                "--client-id",
                "",
                "--client-secret-file",
                "missing-secret",
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
    }

    private static async Task<GatehouseRun> RunAsync(string settings, IReadOnlyList<string> arguments)
    {
        var folder = Directory.CreateTempSubdirectory("gatehouse-settings");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "gatehouse.json"),
                settings,
                TestContext.Current.CancellationToken
            );
            return await GatehouseRun.OfAsync([.. arguments], folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
