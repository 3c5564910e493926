using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.Testing.Browser;
using Gatehouse.Testing.Documents;
using Gatehouse.Testing.Hosts;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.Interop.Tests.Replayed;

/// <summary>Plays one client's steps against a real Gatehouse with the demo cloud behind it; alice sits at the browser and the clock obeys.</summary>
internal sealed class Replay : IAsyncDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly NoSecrets secrets = new();
    private readonly ReplayedClient client;
    private readonly GatehouseHost host;
    private readonly FakeTimeProvider time;
    private readonly ReplayedValues values;
    private int lastId;

    private Replay(ReplayedClient client, GatehouseHost host, FakeTimeProvider time)
    {
        this.client = client;
        this.host = host;
        this.time = time;
        values = new ReplayedValues(host.Url, secrets);
        values.Keep("name", client.Name);
        values.Keep("protocol", client.Protocol);
    }

    public static async Task<Replay> StartAsync(ReplayedClient client, CancellationToken cancellationToken)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
        var options = new GatehouseHostOptions
        {
            Time = time,
            Sqlite = true,
            Gatehouse = gatehouse =>
            {
                gatehouse.AccessTokenLifetime = TimeSpan.FromMinutes(6);
                gatehouse.ClientMetadataDocuments = client.Documents
                    ? ClientMetadataDocumentMode.On
                    : gatehouse.ClientMetadataDocuments;
            },
            Services = NoWayOut.Use,
        };
        return new Replay(client, await GatehouseHost.StartAsync(options, cancellationToken), time);
    }

    /// <summary>Plays a step; throws with what was expected and what came when the answer is not as the client needs it.</summary>
    public async Task PlayAsync(ReplayedStep step, CancellationToken cancellationToken)
    {
        if (step.Wait is { } span)
        {
            time.Advance(span);
        }
        else if (step.Revoke)
        {
            await RevokeAsync(cancellationToken);
        }
        else if (step.Open is { } endpoint)
        {
            await SignInAsync(step, values.Fill(endpoint), cancellationToken);
        }
        else
        {
            await ExchangeAsync(step, cancellationToken);
        }
    }

    /// <summary>Holds the log to what it must never hold.</summary>
    public void CheckSecrets()
    {
        Assert.NotEqual(0, secrets.Count);
        secrets.Check(host.Log);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
    }

    private async Task RevokeAsync(CancellationToken cancellationToken)
    {
        using var browser = new ScriptedBrowser();
        var walk = new SignInWalk(browser, ScriptedPerson.Alice);
        await walk.Tab.OpenAsync(host.Url + "/connections", cancellationToken);
        await walk.Tab.PressAsync("Sign in", cancellationToken);
        await walk.GrantAsync(cancellationToken);
        await walk.Tab.RefreshAsync(cancellationToken);
        await walk.Tab.PressAsync("Disconnect", cancellationToken);
        if (!walk.Tab.Text.Contains("Disconnected.", StringComparison.Ordinal))
        {
            throw walk.Tab.Surprise("does not say that it is done");
        }
    }

    private async Task SignInAsync(ReplayedStep step, string endpoint, CancellationToken cancellationToken)
    {
        values.NewProof();
        using var browser = new ScriptedBrowser();
        var walk = new SignInWalk(browser, ScriptedPerson.Alice);
        await walk.OpenAsync($"{endpoint}?{Query(values.Fill(step.Query))}", cancellationToken);
        var expected = step.Expect;
        Check(step, expected.Text, walk.Tab.Text);
        if (expected.Redirect is not { } redirect)
        {
            Check(step, "status", $"{expected.Status}", $"{(int)walk.Tab.Status}");
            Assert.Null(walk.Tab.Left);
            return;
        }

        await walk.AllowAsync(cancellationToken);
        await walk.GrantAsync(cancellationToken);
        var answer = await walk.FinishAsync(cancellationToken);
        Check(step, "redirect", values.Fill(redirect), answer.GetLeftPart(UriPartial.Path));
        var parameters = HttpUtility.ParseQueryString(answer.Query);
        foreach (var (name, value) in expected.Parameters)
        {
            Check(step, name, value is null ? null : values.Fill(value), parameters[name]);
        }

        foreach (var (name, parameter) in step.Keep)
        {
            values.Keep(name, parameters[parameter] ?? throw Surprise(step, parameter, "something", "nothing"));
        }
    }

    private async Task ExchangeAsync(ReplayedStep step, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, step.AtOnce).Select(_ => SendAsync(step, cancellationToken))
        );
        foreach (var answer in answers)
        {
            Check(step, answer);
        }

        foreach (var (name, what) in step.Keep)
        {
            // Requests at the same moment must agree: the client keeps whichever answer it reads last.
            var found = answers.Select(answer => answer.Find(what)).Distinct().ToList();
            values.Keep(name, found is [{ } one] ? one : throw Surprise(step, what, "one value", Show(found)));
        }

        if ((string?)step.Mcp?["method"] == "initialize" && answers[0].Session is { } session)
        {
            values.Keep("session", session);
        }
    }

    private async Task<ReplayedAnswer> SendAsync(ReplayedStep step, CancellationToken cancellationToken)
    {
        using var request = step.Mcp is null ? Request(step) : Message(step.Mcp);
        foreach (var (name, value) in step.Headers ?? new Dictionary<string, string>())
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, values.Fill(value));
        }

        using var response = await http.SendAsync(request, cancellationToken);
        return await ReplayedAnswer.ReadAsync(response, cancellationToken);
    }

    private HttpRequestMessage Request(ReplayedStep step)
    {
        var line = values.Fill(step.Send ?? throw new InvalidDataException($"{step} does nothing.")).Split(' ', 2);
        var address = line[1].StartsWith('/') ? host.Url + line[1] : line[1];
        return new HttpRequestMessage(HttpMethod.Parse(line[0]), address)
        {
            Content =
                step.Json is { } json ? Json(values.Fill(json)!)
                : step.Form is { } form ? new FormUrlEncodedContent(values.Fill(form))
                : null,
        };
    }

    private HttpRequestMessage Message(JsonObject message)
    {
        var body = values.Fill(message)!.AsObject();
        body["jsonrpc"] = "2.0";
        if (!((string)body["method"]!).StartsWith("notifications/", StringComparison.Ordinal))
        {
            body["id"] = Interlocked.Increment(ref lastId);
        }

        var request = new HttpRequestMessage(HttpMethod.Post, host.Mcp) { Content = Json(body) };
        request.Headers.Add("Accept", "application/json, text/event-stream");
        foreach (var (name, value) in client.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, values.Fill(value));
        }

        if (values["access_token"] is { } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (values["session"] is { } session && (string?)body["method"] != "initialize")
        {
            request.Headers.Add("Mcp-Session-Id", session);
            request.Headers.Add("MCP-Protocol-Version", client.Protocol);
        }

        return request;
    }

    private void Check(ReplayedStep step, ReplayedAnswer answer)
    {
        var expected = step.Expect;
        if (answer.Status != expected.Status)
        {
            throw Surprise(step, "status", $"{expected.Status}", $"{answer.Status} {answer.Body}");
        }

        foreach (var (name, value) in expected.Challenge)
        {
            Check(step, $"challenge {name}", values.Fill(value), answer.ChallengeParameter(name));
        }

        if (values.Fill(expected.Json) is { } json)
        {
            Check(step, "body", json, answer.Json);
        }

        Assert.All(expected.Absent, member => Assert.False(answer.Json?.ContainsKey(member), $"{step}: {member}"));
        Check(step, expected.Text, answer.Body);
    }

    private static void Check(ReplayedStep step, string where, JsonNode? expected, JsonNode? got)
    {
        switch (expected)
        {
            case JsonObject members:
                foreach (var (name, member) in members)
                {
                    Check(step, $"{where}.{name}", member, (got as JsonObject)?[name]);
                }

                break;
            case JsonValue text when text.TryGetValue<string>(out var words):
                Check(step, where, words, got?.ToString());
                break;
            default:
                Check(step, where, expected?.ToJsonString(), got?.ToJsonString());
                break;
        }
    }

    private static void Check(ReplayedStep step, string what, string? expected, string? got)
    {
        if (expected == "*" ? string.IsNullOrEmpty(got) : expected != got)
        {
            throw Surprise(step, what, expected ?? "nothing", got ?? "nothing");
        }
    }

    private void Check(ReplayedStep step, IEnumerable<string> expected, string text)
    {
        var missing = expected
            .Select(values.Fill)
            .FirstOrDefault(words => !text.Contains(words, StringComparison.Ordinal));
        if (missing is not null)
        {
            throw Surprise(step, "text", missing, text);
        }
    }

    private static InvalidOperationException Surprise(ReplayedStep step, string what, string expected, string got) =>
        new($"{step}: {what} must be '{expected}' and is '{got}'.{(step.Why is null ? "" : $" ({step.Why})")}");

    private static string Show(IEnumerable<string?> found) => string.Join(" | ", found.Select(one => one ?? "nothing"));

    private static StringContent Json(JsonNode body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    private static string Query(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join('&', parameters.Select(p => $"{p.Key}={HttpUtility.UrlEncode(p.Value)}"));
}
