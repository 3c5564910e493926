namespace Gatehouse.Conformance.Tests;

/// <summary>The server scenarios: the transport as Gatehouse hosts it, behind its sign-in, in both eras.</summary>
public sealed class ServerTests
{
    [Theory]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    public async Task The_server_does_what_the_revision_requires(string revision)
    {
        await using var fixture = await ProtectedFixture.StartAsync(signedIn: true);

        var (exitCode, output) = await Suite.RunAsync(
            ["server", "--url", fixture.Origin + "/mcp", "--requirements", revision],
            onLine: null,
            TestContext.Current.CancellationToken
        );

        Assert.True(exitCode == 0, output);
    }
}
