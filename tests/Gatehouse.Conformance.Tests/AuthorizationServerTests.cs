using Gatehouse.Testing.Hosts;
using Gatehouse.Testing.Sites;

namespace Gatehouse.Conformance.Tests;

/// <summary>The two authorization-server scenarios: the metadata document, and a code grant with a person in the browser.</summary>
public sealed class AuthorizationServerTests
{
    [Fact]
    public async Task The_authorization_server_does_what_the_suite_asks()
    {
        await using var fixture = await ProtectedFixture.StartAsync(signedIn: false);
        var port = LoopbackPorts.Take(1);
        using var client = await SiteClient.RegisterAsync(fixture.Site, redirect: $"http://127.0.0.1:{port}/callback");
        var listening = new TaskCompletionSource();
        var asked = new TaskCompletionSource<Uri>();
        var person = AllowAsync(fixture.Site, asked.Task, listening.Task);

        var (exitCode, output) = await Suite.RunAsync(
            ["authorization", "--url", fixture.Origin, "--client-id", client.Id, "--port", $"{port}"],
            line =>
            {
                if (line.Trim().StartsWith(fixture.Origin + "/authorize?", StringComparison.Ordinal))
                {
                    asked.TrySetResult(new Uri(line.Trim()));
                }
                else if (line.StartsWith("Callback server started", StringComparison.Ordinal))
                {
                    listening.TrySetResult();
                }
            },
            TestContext.Current.CancellationToken
        );

        Assert.True(exitCode == 0, output);
        await person;
    }

    // The suite prints the address before it listens for the answer.
    private static async Task AllowAsync(Site site, Task<Uri> asked, Task listening)
    {
        using var browser = new SiteBrowser(site);
        var answer = await browser.ApproveAsync(await browser.OpenAsync((await asked).PathAndQuery));
        await listening;
        using var http = new HttpClient();
        (await http.GetAsync(new Uri(answer.Location))).Dispose();
    }
}
