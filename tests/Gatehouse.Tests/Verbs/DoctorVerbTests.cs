using System.Text.Json;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.Testing.Hosts;

namespace Gatehouse.Tests.Verbs;

public sealed class DoctorVerbTests
{
    [Fact]
    public async Task A_provider_that_can_be_used_ends_with_0_and_says_what_to_write()
    {
        await using var cloud = await DemoCloudServer.StartAsync(
            new DemoCloudOptions(),
            TestContext.Current.CancellationToken
        );

        var run = await GatehouseRun.OfAsync([
            "doctor",
            "idp",
            cloud.Address,
            "--preset",
            "nextcloud-oauth2",
            "--client-id",
            "abc",
            "--public-url",
            "https://mcp.acme.example",
        ]);

        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("https://mcp.acme.example/callback/nextcloud-oauth2\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"clientId\": \"abc\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("It can be used. ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_nobody_reaches_ends_with_1_and_json_says_so()
    {
        var run = await GatehouseRun.OfAsync(["doctor", "idp", $"http://127.0.0.1:{LoopbackPorts.Take(1)}", "--json"]);

        using var report = JsonDocument.Parse(run.Output);
        Assert.Equal(1, run.ExitCode);
        Assert.False(report.RootElement.GetProperty("usable").GetBoolean());
    }

    [Theory]
    [InlineData("ISSUER", "doctor", "idp")]
    [InlineData("gatehouse doctor idp --help", "doctor", "idp", "https://id.example.com", "--colour")]
    [InlineData("must be https", "doctor", "idp", "http://id.example.com")]
    [InlineData("Known ones:", "doctor", "idp", "https://id.example.com", "--preset", "acme")]
    [InlineData(
        "perhaps https://id.example.com",
        "doctor",
        "idp",
        "https://id.example.com/.well-known/openid-configuration"
    )]
    public async Task What_makes_no_sense_ends_with_2_and_is_named(string named, params string[] arguments)
    {
        var run = await GatehouseRun.OfAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(named, run.Errors, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }
}
