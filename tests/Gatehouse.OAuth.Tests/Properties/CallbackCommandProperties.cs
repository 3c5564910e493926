using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Gatehouse.OAuth.Authorization;

namespace Gatehouse.OAuth.Tests.Properties;

/// <summary>The command a person pastes, held against real shells.</summary>
public sealed class CallbackCommandProperties
{
    private const int Cases = 2000;

    private static readonly string[] Hosts = ["127.0.0.1:4711", "localhost", "[::1]:80", "localhost:8000"];

    private static readonly string[] Nasty =
    [
        "'",
        "''",
        "\"",
        "`id`",
        "$(id)",
        "${HOME}",
        "\n",
        "\r\n",
        "\\",
        "\\'",
        ";id;",
        "|id",
        "&&id&",
        "!!",
        "!$",
        "*",
        "?",
        "[a-z]",
        "{a,b}",
        "#",
        "%27",
        "%0A",
        "%",
        "+",
        " ",
        "\t",
        "\0",
        "~",
        "<x>",
        "^",
        "é",
        "\u2019",
        "\U0001F600",
        "code=1",
        "state",
    ];

    // The characters RFC 3986 lets stand in the path or query of a redirect address.
    private const string PathCharacters = "abcZ09-._~:/?[]@!$&'()*+,;=";

    [Theory]
    [InlineData("sh")]
    [InlineData("bash")]
    public async Task Whatever_the_client_sent_a_shell_sees_one_argument_that_means_the_same(string shell)
    {
        var answers = Enumerable.Range(0, Cases).Select(_ => Answer()).ToList();
        var script = new StringBuilder("curl() { printf '%s\\n%s\\n' \"$#\" \"$1\"; }\n");
        foreach (var (answer, _) in answers)
        {
            script.Append(CallbackCommand.Of(answer).Curl).Append('\n');
        }

        var lines = (await RunAsync(shell, script.ToString())).Split('\n');

        Assert.Equal((Cases * 2) + 1, lines.Length);
        for (var number = 0; number < Cases; number++)
        {
            var (answer, state) = answers[number];
            var seen = lines[(number * 2) + 1];
            Assert.Equal("1", lines[number * 2]);
            Assert.Equal(CallbackCommand.Of(answer).Url, seen);
            Assert.Equal(Uri.UnescapeDataString(answer), Uri.UnescapeDataString(seen));
            Assert.Equal(state, State(seen));
        }
    }

    [Fact]
    public void Nothing_of_it_means_anything_to_a_shell_or_to_curl()
    {
        for (var number = 0; number < Cases; number++)
        {
            var url = CallbackCommand.Of(Answer().Answer).Url;

            Assert.DoesNotContain(
                url,
                c => c is <= ' ' or > '~' || "'\"`$()!*;\\|<>^{}#".Contains(c, StringComparison.Ordinal)
            );
            Assert.DoesNotContain(url[url.IndexOf('?', StringComparison.Ordinal)..], c => c is '[' or ']');
        }
    }

    [Theory]
    [InlineData("https://example.com/?code=1")]
    [InlineData("cursor://x/?code=1")]
    public void Only_what_goes_to_this_computer_can_be_carried(string answer) =>
        Assert.Throws<ArgumentException>(() => CallbackCommand.Of(answer));

    private static string? State(string url) =>
        url.Replace('?', '&')
            .Split('&')
            .Where(pair => pair.StartsWith("state=", StringComparison.Ordinal))
            .Select(pair => Uri.UnescapeDataString(pair["state=".Length..]))
            .LastOrDefault();

    private static (string Answer, string State) Answer()
    {
        var path = RandomNumberGenerator.GetString(PathCharacters, Number(0, 12));
        var state = string.Concat(Enumerable.Range(0, Number(1, 6)).Select(_ => Nasty[Number(0, Nasty.Length)]));
        var redirect = RedirectUri.Parse($"http://{Hosts[Number(0, Hosts.Length)]}/{path}").Value;
        var issuer = Issuer.Parse("https://mcp.example.com").Value;
        return (AuthorizationResponse.Success(redirect, state, issuer, AuthorizationCode.New()), state);
    }

    private static int Number(int from, int below) => RandomNumberGenerator.GetInt32(from, below);

    private static async Task<string> RunAsync(string shell, string script)
    {
        var start = new ProcessStartInfo(shell)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var reading = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(script.AsMemory(), TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        var output = await reading;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }
}
