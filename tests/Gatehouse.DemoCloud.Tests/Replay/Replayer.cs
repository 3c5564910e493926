using Gatehouse.DemoCloud.Hosting;
using Gatehouse.Testing.Recordings;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.DemoCloud.Tests.Replay;

/// <summary>Sends the requests of one folder, in order, to a cloud of its own, and compares what comes back.</summary>
internal sealed class Replayer : IAsyncDisposable
{
    private const long CarolsQuota = 1_048_576;

    /// <summary>Requests hold times of that day.</summary>
    private static readonly DateTimeOffset RecordedAt = new(2026, 11, 23, 15, 19, 55, TimeSpan.Zero);

    private static readonly string[] PartOnly =
    [
        "capabilities/01-anonymous",
        "capabilities/02-alice",
        "capabilities/03-alice-ocs-v1-xml",
        "capabilities/05-etag",
        "search/01-providers",
        "search/02-providers-from-context",
    ];

    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly Dictionary<string, string> jar = new(StringComparer.Ordinal);
    private readonly Learned learned;

    private Replayer(DemoCloudServer cloud)
    {
        Cloud = cloud;
        learned = new Learned(cloud.Address);
    }

    public DemoCloudServer Cloud { get; }

    public static async Task<Replayer> StartAsync()
    {
        var options = new DemoCloudOptions
        {
            SampleData = false,
            MaxFailedSignIns = 4,
            TimeProvider = new FakeTimeProvider(RecordedAt),
        };
        options.People.Add(new DemoCloudPerson("carol", "carol", "Carol Example") { QuotaBytes = CarolsQuota });
        var cloud = await DemoCloudServer.StartAsync(options, TestContext.Current.CancellationToken);
        var replayer = new Replayer(cloud);
        var values = replayer.learned.Placeholders;
        foreach (var user in new[] { "alice", "bob", "carol" })
        {
            values[$"{user}-password"] = user;
            values[$"{user}-app-password"] = await replayer.NewAppPasswordAsync(user);
        }

        values["alice_ap"] = values["alice-app-password"];
        values["basic-alice-app-password-2"] = Basic("alice", await replayer.NewAppPasswordAsync("alice"));
        values["credentials"] = Basic("bob", values["alice-app-password"]);
        return replayer;
    }

    public async Task<IEnumerable<string>> ReplayAsync(Recording recording)
    {
        await Scenes.PrepareAsync(recording, this);
        var request = recording.With(learned.Placeholders).Request;
        var answer = await SendAsync(request);
        var isPartOnly = PartOnly.Contains(recording.ToString());
        var differences = new Comparison(recording.With(learned.Placeholders), answer, learned)
        {
            IsPartOnly = isPartOnly,
            IsInAnyOrder = recording.Name is "46-search-limit-offset" or "31-calendar-trashbin-report",
            IsWordedFreely = recording.Name == "20-propfind-bad-xml-400",
        }
            .Differences()
            .Select(difference => $"{recording}: {difference}")
            .ToList();
        // Where some are missing, one stands in the place of another.
        if (!isPartOnly)
        {
            learned.From(recording.Response, answer);
        }

        return differences;
    }

    /// <summary>Says what stands here for a value of the recordings that no answer of its folder tells.</summary>
    public void Learn(string recorded, string actual) => learned.Same(recorded, actual);

    /// <summary>
    /// A request outside the recordings, as alice, that brings the cloud where the recorded one was. The answer is the id of the file it
    /// wrote, if it did.
    /// </summary>
    public Task<string?> AsAliceAsync(
        string method,
        string path,
        string? body = null,
        params (string Name, string Value)[] headers
    ) => AsAsync("alice", method, path, body, headers);

    /// <summary>The same as somebody else.</summary>
    public async Task<string?> AsAsync(
        string user,
        string method,
        string path,
        string? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Cloud.Address + path);
        request.Headers.Add("Authorization", "Basic " + Basic(user, learned.Placeholders[$"{user}-app-password"]));
        request.Headers.Add("OCS-APIRequest", "true");
        request.Content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {response.StatusCode}");
        Keep(response);
        return response.Headers.TryGetValues("OC-FileId", out var id) ? id.Single()[..8].TrimStart('0') : null;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Cloud.DisposeAsync();
    }

    private static string Basic(string user, string password) =>
        Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{user}:{password}"));

    private Task<string> NewAppPasswordAsync(string user) =>
        Cloud.CreateAppPasswordAsync(user, "replay", TestContext.Current.CancellationToken);

    private async Task<Answer> SendAsync(RecordedRequest recorded)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(recorded.Method),
            new Uri(Cloud.Address + learned.Apply(recorded.Path))
        );
        if (recorded.Body is not null)
        {
            request.Content = new ByteArrayContent(BodyOf(recorded));
        }

        foreach (var header in recorded.Headers)
        {
            Set(request, header);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var isBrowser = (recorded.Header("User-Agent") ?? "").StartsWith("Mozilla", StringComparison.Ordinal);
        if (isBrowser)
        {
            Keep(response);
        }

        return new Answer(
            (int)response.StatusCode,
            [
                .. response
                    .Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                    .Select(header => KeyValuePair.Create(header.Key, header.Value.ToString())),
            ],
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
    }

    private byte[] BodyOf(RecordedRequest recorded) =>
        recorded.BodyIsCut ? Uncut(recorded.Body!)
        : recorded.Body!.StartsWith("base64:", StringComparison.Ordinal) ? recorded.BodyBytes
        : System.Text.Encoding.UTF8.GetBytes(learned.Apply(recorded.Body));

    /// <summary>The long bodies that were cut were one letter again and again, one of them as the only member of an object.</summary>
    private static byte[] Uncut(string body)
    {
        var parts = body.Split("...[");
        var (start, end) = (parts[0], body[0] == '{' ? "\"}" : "");
        var length = int.Parse(parts[^1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        return System.Text.Encoding.ASCII.GetBytes(
            start + new string(start[^1], length - start.Length - end.Length) + end
        );
    }

    private void Set(HttpRequestMessage request, RecordedHeader header)
    {
        var value = learned.Apply(header.Value);
        if (header.Name == "Cookie")
        {
            value = string.Join("; ", jar.Select(cookie => $"{cookie.Key}={cookie.Value}"));
        }

        if (header.Name == "Host" && value == "127.0.0.1:8080")
        {
            return;
        }

        if (!request.Headers.TryAddWithoutValidation(header.Name, value))
        {
            _ = request.Content?.Headers.TryAddWithoutValidation(header.Name, value);
        }
    }

    private void Keep(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            foreach (var cookie in cookies.Select(line => line.Split(';')[0].Split('=', 2)))
            {
                jar[cookie[0]] = cookie[1];
            }
        }
    }
}
