namespace Gatehouse.Tests.Verbs;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_names_every_verb()
    {
        var run = await GatehouseRun.OfAsync(["--help"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("demo", run.Output, StringComparison.Ordinal);
        Assert.Contains("nextcloud", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_flag_is_named_and_ends_with_2()
    {
        var run = await GatehouseRun.OfAsync(["demo", "--colour", "blue"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--colour", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_problem_of_the_configuration_is_reported_at_once()
    {
        var run = await GatehouseRun.OfAsync([
            "nextcloud",
            "--cloud",
            "cloud.example.com",
            "--public-url",
            "http://mcp.example.com",
            "--urls",
            "nowhere",
            "--cloud-ca",
            "missing.pem",
        ]);

        Assert.Equal(2, run.ExitCode);
        Assert.All(
            ["Cloud:", "CloudCa:", "PublicUrl:", "Urls:"],
            key => Assert.Contains(key, run.Errors, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Without_a_cloud_nothing_starts()
    {
        var run = await GatehouseRun.OfAsync(["nextcloud"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Cloud", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_listens_on_this_computer_only()
    {
        var run = await GatehouseRun.OfAsync(["demo", "--urls", "http://0.0.0.0:8931"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("loopback", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_that_nobody_knows_is_the_one_thing_that_is_said()
    {
        var run = await GatehouseRun.OfAsync(["nextcloud", "--cloud", "https://cloud.example.com", "--apps", "fax"]);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("gatehouse: Apps: there is no app 'fax'.", run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.Trim().Split('\n'));
    }
}
