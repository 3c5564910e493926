using System.Text.Json;
using System.Text.RegularExpressions;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Gatehouse.Nextcloud.Transport;
using Gatehouse.Testing.Recordings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Tools.Tests.Contract;

/// <summary>
/// One MCP endpoint, one cloud and one client for all examples of a class. Between calls ten minutes pass, so that nothing that was kept for
/// a while, and no limit, reaches from one into the next.
/// </summary>
public sealed partial class ExampleHost : IAsyncLifetime
{
    /// <summary>The largest answer that is read, smaller than usual so that exceeding it is quick.</summary>
    internal const int MaxAnswerBytes = 256 * 1024;

    private static readonly TimeSpan between = TimeSpan.FromMinutes(10);

    private McpClient client = null!;

    internal FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));

    internal RecordedCloud Cloud { get; private set; } = null!;

    internal McpHost Mcp { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var token = TestContext.Current.CancellationToken;
        Cloud = await RecordedCloud.StartAsync(cancellationToken: token);
        PlanFacts();
        Mcp = await McpHost.StartAsync(
            token,
            server =>
                server
                    .Services.AddSingleton<TimeProvider>(Time)
                    .AddSingleton(new NextcloudTransportOptions { MaxAnswerBytes = MaxAnswerBytes })
        );
        var alice = new NextcloudAccount(
            CloudAddress.Parse(Cloud.Address),
            "alice",
            "alice",
            DavPrincipal.Parse("/remote.php/dav/principals/users/alice/"),
            AppPassword.Parse(RecordedCloud.SecretOf("alice-app-password")),
            CredentialVersion.Parse("alice:1")
        );
        var scopes = string.Join(' ', NextcloudScopes.All.Select(scope => scope.Name));
        client = await Mcp.ConnectAsync(alice, scopes, token);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await Mcp.DisposeAsync();
        await Cloud.DisposeAsync();
    }

    /// <summary>The requests a tool declares that an example's answers answer.</summary>
    internal IEnumerable<string> RoutesOf(ToolExample example) =>
        Mcp.UpstreamOf(example.Tool)
            .Select(one => one.Request)
            .Where(declared => example.Answers.Any(answer => answer.IsOf(declared)));

    /// <summary>Makes an example's call at a cloud that answers as it says.</summary>
    internal Task<ExampleOutcome> CallAsync(ToolExample example) =>
        CallAsync(example, example.Arguments, answer => answer.Plan(Cloud));

    /// <summary>Makes an example's call at a cloud that answers one of the declared requests otherwise.</summary>
    internal Task<ExampleOutcome> CallAsync(ToolExample example, string route, CloudFault fault) =>
        CallAsync(
            example,
            example.Arguments,
            answer =>
            {
                if (answer.IsOf(route))
                    fault.Plan(this, answer.Method, answer.Path);
                else
                    answer.Plan(Cloud);
            }
        );

    /// <summary>Makes a call. When the person has to be asked first, they agree.</summary>
    internal async Task<ExampleOutcome> CallAsync(
        ToolExample example,
        JsonElement arguments,
        Action<ExampleAnswer> plan
    )
    {
        Cloud.Forget();
        PlanFacts();
        foreach (var answer in example.Answers)
            plan(answer);

        var outcome = await CallAsync(example.Tool, arguments);
        if (outcome.Failed && Code().Match(outcome.Text) is { Success: true } code)
        {
            Cloud.ForgetRequests();
            outcome = await CallAsync(example.Tool, Confirmed(arguments, code.Groups["code"].Value));
        }

        Time.Advance(between);
        DeclaredRequests.Check(Mcp, example.Tool, outcome.Sent, []);
        return outcome;
    }

    private async Task<ExampleOutcome> CallAsync(string tool, JsonElement arguments)
    {
        var result = await client.CallToolAsync(
            new CallToolRequestParams
            {
                Name = tool,
                Arguments = arguments.EnumerateObject().ToDictionary(one => one.Name, one => one.Value),
            },
            TestContext.Current.CancellationToken
        );
        return new(
            result.IsError is true,
            string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text)),
            [.. Cloud.Requests.Where(request => !DeclaredRequests.IsFact(request))]
        );
    }

    private static JsonElement Confirmed(JsonElement arguments, string code)
    {
        var all = arguments.EnumerateObject().ToDictionary(one => one.Name, one => one.Value);
        all["confirmation"] = JsonSerializer.SerializeToElement(code);
        return JsonSerializer.SerializeToElement(all);
    }

    private void PlanFacts() =>
        Cloud
            .Play("capabilities", "02-alice")
            .Play("users-groups", "24-navigation-apps", "/ocs/v2.php/core/navigation/apps?format=json");

    [GeneratedRegex("and confirmation '(?<code>[^']+)'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
