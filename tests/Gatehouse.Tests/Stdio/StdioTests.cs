using System.Diagnostics;
using System.Text.RegularExpressions;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.Testing.Browser;
using Gatehouse.Tests.Verbs;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Tests.Stdio;

/// <summary><c>gatehouse login</c>, <c>stdio</c> and <c>logout</c> as real processes, with the SDK's client, against the demo cloud.</summary>
public sealed partial class StdioTests : IAsyncLifetime
{
    private readonly string home = Directory.CreateTempSubdirectory("gatehouse-home-").FullName;
    private DemoCloudServer cloud = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string LoginFile => Path.Combine(home, "gatehouse", "logins.json");

    public async ValueTask InitializeAsync() =>
        cloud = await DemoCloudServer.StartAsync(new DemoCloudOptions { BasePath = "/nextcloud" }, Token);

    public async ValueTask DisposeAsync()
    {
        await cloud.DisposeAsync();
        Directory.Delete(home, recursive: true);
    }

    [Fact]
    public async Task A_person_logs_in_in_the_terminal_works_over_stdio_and_logs_out()
    {
        await LoginAsync();
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(LoginFile));

        await using (var client = await ConnectAsync(new Dictionary<string, string?>(StringComparer.Ordinal)))
        {
            Assert.Contains("access", client.ServerInstructions, StringComparison.Ordinal);
            var made = await client.CallToolAsync(
                "create_note",
                new Dictionary<string, object?> { ["title"] = "Over stdio", ["content"] = "hello" },
                cancellationToken: Token
            );
            Assert.True(made.IsError is not true, Text(made));
            Assert.Equal("alice", (await AccessAsync(client)).GetProperty("user").GetString());
        }

        var secret = AppPassword().Match(await File.ReadAllTextAsync(LoginFile, Token)).Groups["secret"].Value;
        Assert.StartsWith("Gatehouse on ", Assert.Single(cloud.AppPasswordNames("alice")), StringComparison.Ordinal);
        var logout = await RunAsync("logout", "--cloud", cloud.Address);
        Assert.Equal((0, ""), (logout.ExitCode, logout.Errors));
        Assert.Empty(cloud.AppPasswordNames("alice"));
        Assert.DoesNotContain(secret, await File.ReadAllTextAsync(LoginFile, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_login_takes_the_place_of_the_first_and_deletes_its_password_at_the_cloud()
    {
        await LoginAsync();

        await LoginAsync();

        Assert.Single(cloud.AppPasswordNames("alice"));
        Assert.Single(AppPassword().Matches(await File.ReadAllTextAsync(LoginFile, Token)));
    }

    [Fact]
    public async Task The_environment_can_name_the_person_and_flags_can_narrow_the_tools()
    {
        var secret = await cloud.CreateAppPasswordAsync("bob", "test", Token);
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["GATEHOUSE_USER"] = "bob",
            ["GATEHOUSE_APP_PASSWORD"] = secret,
        };
        await using var client = await ConnectAsync(environment, "--apps", "notes", "--read-only");

        var tools = await client.ListToolsAsync(cancellationToken: Token);

        Assert.Equal("bob", (await AccessAsync(client)).GetProperty("user").GetString());
        Assert.Equal(
            ["access", "list_notes", "read_note", "search_notes"],
            tools.Select(tool => tool.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Flags_can_hide_paths_from_the_tools()
    {
        await LoginAsync();
        await using var client = await ConnectAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal),
            "--hidden-path",
            "/Private",
            "--hidden-path",
            "/Notes"
        );
        var tools = (await client.ListToolsAsync(cancellationToken: Token)).Select(tool => tool.Name).ToList();

        var hidden = await client.CallToolAsync(
            "list_folder",
            new Dictionary<string, object?> { ["path"] = "/Notes" },
            cancellationToken: Token
        );

        Assert.Contains("read_file", tools);
        Assert.DoesNotContain("read_note", tools);
        Assert.True(hidden.IsError);
        Assert.Contains("hides it from models", Text(hidden), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "\"/Notes\"",
            Text(await client.CallToolAsync("list_folder", cancellationToken: Token)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Rules_of_the_environment_hold_and_a_flag_takes_the_place_of_one()
    {
        await LoginAsync();
        await using var client = await ConnectAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["GATEHOUSE_ReadOnly"] = "true",
                ["GATEHOUSE_Apps"] = "files,notes",
                ["GATEHOUSE_HiddenPaths__0"] = "/Notes",
                ["GATEHOUSE_HiddenTags__0"] = "secret",
            },
            "--hidden-tag",
            "confidential"
        );

        var tools = (await client.ListToolsAsync(cancellationToken: Token)).Select(tool => tool.Name).ToList();
        var hidden = await client.CallToolAsync(
            "list_folder",
            new Dictionary<string, object?> { ["path"] = "/Notes" },
            cancellationToken: Token
        );

        Assert.Contains("read_note", tools);
        Assert.DoesNotContain("create_note", tools);
        Assert.DoesNotContain("search_everything", tools);
        Assert.Contains("hides it from models", Text(hidden), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_of_the_environment_that_cannot_be_read_stops_it()
    {
        await LoginAsync();

        var run = await GatehouseRun.OfAsync(
            ["stdio", "--cloud", cloud.Address],
            environment: new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["XDG_CONFIG_HOME"] = home,
                ["GATEHOUSE_READ_ONLY"] = "true",
                ["GATEHOUSE_HiddenPaths"] = "/Private",
            }
        );

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("GATEHOUSE_READ_ONLY: there is no such setting.", run.Errors, StringComparison.Ordinal);
        Assert.Contains("GATEHOUSE_HiddenPaths: it must be a list", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_login_it_says_how_to_get_one()
    {
        var run = await RunAsync("stdio", "--cloud", cloud.Address);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"gatehouse login --cloud {cloud.Address}", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passwords_that_others_can_read_are_not_used()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps the profile of a person from others.");
        await LoginAsync();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(LoginFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var run = await RunAsync("stdio", "--cloud", cloud.Address);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("chmod 600", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cloud_that_is_away_is_an_error_of_the_call_and_the_server_stays()
    {
        await LoginAsync();
        cloud.Faults.Unreachable = true;
        await using var client = await ConnectAsync(new Dictionary<string, string?>(StringComparer.Ordinal));

        var away = await client.CallToolAsync("access", cancellationToken: Token);
        cloud.Faults.Unreachable = false;
        var back = await AccessAsync(client);

        Assert.True(away.IsError);
        Assert.Contains("cannot be reached", Text(away), StringComparison.Ordinal);
        Assert.Equal("alice", back.GetProperty("user").GetString());
    }

    [Theory]
    [InlineData("3 0 R", "It is damaged")]
    [InlineData("null", "Hello there")]
    public async Task A_document_that_ends_the_process_it_is_read_in_leaves_the_server_as_it_is(
        string names,
        string said
    )
    {
        await LoginAsync();
        await using var client = await ConnectAsync(new Dictionary<string, string?>(StringComparer.Ordinal));
        var pdf = Convert.ToBase64String(SmallPdf.Of("Hello there", names));
        var written = await client.CallToolAsync(
            "write_file",
            new Dictionary<string, object?> { ["path"] = "/small.pdf", ["base64"] = pdf },
            cancellationToken: Token
        );

        var read = await client.CallToolAsync(
            "read_file",
            new Dictionary<string, object?> { ["path"] = "/small.pdf" },
            cancellationToken: Token
        );

        Assert.True(written.IsError is not true, Text(written));
        Assert.Contains(said, Text(read), StringComparison.Ordinal);
        Assert.Equal("alice", (await AccessAsync(client)).GetProperty("user").GetString());
    }

    [Fact]
    public async Task A_process_that_reads_a_document_ends_also_when_nobody_ends_it()
    {
        var start = new ProcessStartInfo(Executable, ["read-document", "Pdf,1,1,0,100,1000,100"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(Token).WaitAsync(TimeSpan.FromSeconds(60), Token);

        Assert.Equal(1, process.ExitCode);
    }

    private async Task LoginAsync()
    {
        var start = new ProcessStartInfo(Executable, ["login", "--cloud", cloud.Address])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["XDG_CONFIG_HOME"] = home;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(Token);
        string? link = null;
        while (link is null && await process.StandardOutput.ReadLineAsync(Token) is { } line)
            link = line.Contains("/login/v2/flow/", StringComparison.Ordinal) ? line.Trim() : null;
        await CloudGrant.GrantAsync(link!, ScriptedPerson.Alice, Token);
        var rest = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        Assert.Equal((0, ""), (process.ExitCode, await errors));
        Assert.Contains("Signed in as alice", rest, StringComparison.Ordinal);
    }

    private Task<McpClient> ConnectAsync(Dictionary<string, string?> environment, params string[] flags)
    {
        environment["XDG_CONFIG_HOME"] = home;
        var transport = new StdioClientTransport(
            new StdioClientTransportOptions
            {
                Command = Executable,
                Arguments = ["stdio", "--cloud", cloud.Address, .. flags],
                EnvironmentVariables = environment,
            }
        );
        return McpClient.CreateAsync(transport, cancellationToken: Token);
    }

    private Task<GatehouseRun> RunAsync(params string[] arguments) =>
        GatehouseRun.OfAsync(
            arguments,
            environment: new Dictionary<string, string>(StringComparer.Ordinal) { ["XDG_CONFIG_HOME"] = home }
        );

    private static string Executable { get; } = Path.Combine(AppContext.BaseDirectory, "gatehouse");

    private static async Task<System.Text.Json.JsonElement> AccessAsync(McpClient client) =>
        (await client.CallToolAsync("access", cancellationToken: Token)).StructuredContent!.Value;

    private static string Text(CallToolResult result) =>
        string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text));

    [GeneratedRegex("\"appPassword\": \"(?<secret>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AppPassword();
}
