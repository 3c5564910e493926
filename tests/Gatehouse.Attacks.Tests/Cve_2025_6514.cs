using Gatehouse.Testing.Sites;

namespace Gatehouse.Attacks.Tests;

/// <summary>mcp-remote before 0.1.16 gave the <c>authorization_endpoint</c> of a server to a shell: a server whose metadata anybody can bend attacks its own clients.</summary>
public sealed class Cve_2025_6514
{
    [Fact]
    public async Task No_header_bends_an_address_of_the_metadata()
    {
        await using var site = await Site.StartAsync();
        using var browser = new SiteBrowser(site);
        string[] documents =
        [
            "/.well-known/oauth-authorization-server",
            "/.well-known/openid-configuration",
            "/.well-known/oauth-protected-resource",
            "/.well-known/oauth-protected-resource/mcp",
        ];

        foreach (var path in documents)
        {
            var answer = await browser.OpenAsync(
                path,
                ("X-Forwarded-Host", "a:$(calc.exe)"),
                ("X-Forwarded-Proto", "javascript"),
                ("X-Forwarded-Prefix", "/$(calc.exe)"),
                ("X-Original-Host", "evil.example"),
                ("Forwarded", "host=\"$(calc.exe)\"")
            );

            Assert.DoesNotContain("calc", answer.Body, StringComparison.Ordinal);
            Assert.All(
                answer
                    .Json.Select(member => member.Value!.ToString())
                    .Where(text => text.Contains(':', StringComparison.Ordinal) && !text.StartsWith('[')),
                address => Assert.Matches("^https://mcp[.]example[.]com(/[a-z._/-]*)?$", address)
            );
        }
    }
}
