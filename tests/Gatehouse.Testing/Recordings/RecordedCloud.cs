using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Testing.Recordings;

/// <summary>
/// A web server on loopback that answers as the recordings do. It holds its caller to them: at the end it fails when something was sent
/// that was neither planned nor recorded, that carried a cookie, or that lacked <c>OCS-APIRequest</c>.
/// </summary>
public sealed class RecordedCloud : IAsyncDisposable
{
    private const string RecordedAddress = "http://127.0.0.1:8080";

    private static readonly ImmutableHashSet<string> connectionHeaders = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Content-Length",
        "Transfer-Encoding",
        "Connection",
        "Server",
        "Date"
    );

    private static readonly ConcurrentDictionary<(string, string), Recording> filledRecordings = new();

    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly List<PlannedAnswer> plan = [];
    private readonly ConcurrentQueue<SentRequest> requests = new();
    private readonly ConcurrentQueue<string> complaints = new();
    private Func<HttpContext, Task>? others;
    private bool routesSuffice;
    private int forgotten;

    private RecordedCloud(WebApplication app, string pathBase)
    {
        this.app = app;
        PathBase = pathBase;
    }

    /// <summary>The address of the cloud without a trailing slash.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The path of the cloud, e.g. <c>/nextcloud</c>; empty at the root.</summary>
    public string PathBase { get; }

    /// <summary>What arrived so far, in order.</summary>
    public ImmutableArray<SentRequest> Requests => [.. requests];

    /// <summary>The last that arrived.</summary>
    public SentRequest LastRequest => Requests[^1];

    /// <summary>Starts a cloud that answers nothing yet.</summary>
    public static async Task<RecordedCloud> StartAsync(
        string pathBase = "",
        CancellationToken cancellationToken = default
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var cloud = new RecordedCloud(app, pathBase);
        app.Run(cloud.AnswerAsync);
        await app.StartAsync(cancellationToken);
        var server = app.Services.GetRequiredService<IServer>();
        cloud.Address = server.Features.Get<IServerAddressesFeature>()!.Addresses.Single() + pathBase;
        return cloud;
    }

    /// <summary>
    /// Answers a request as recorded. <paramref name="path"/> (with query) replaces the recorded one where the client asks for the same
    /// thing with other parameters. Answers to the same request come in the order they were planned; the last one repeats.
    /// </summary>
    /// <param name="folder">The folder of the recording.</param>
    /// <param name="name">Its name.</param>
    /// <param name="path">The path that is answered; null for the recorded one.</param>
    /// <param name="method">The method that is answered; null for the recorded one.</param>
    public RecordedCloud Play(string folder, string name, string? path = null, string? method = null)
    {
        var filled = filledRecordings.GetOrAdd((folder, name), _ => Fill(Recording.Load(folder, name)));
        return Answer(
            method ?? filled.Request.Method,
            path ?? filled.Request.Path,
            context => WriteAsync(context, filled.Response)
        );
    }

    /// <summary>Answers a request with what no recording has. A <c>*</c> in the path stands for anything.</summary>
    public RecordedCloud Answer(
        string method,
        string path,
        int status,
        string contentType,
        string body,
        params RecordedHeader[] headers
    ) =>
        Answer(
            method,
            path,
            context =>
                WriteAsync(
                    context,
                    new(
                        status,
                        null,
                        [new("Content-Type", contentType), .. headers],
                        [.. Encoding.UTF8.GetBytes(body)],
                        Html: null
                    )
                )
        );

    /// <summary>Answers a request by hand.</summary>
    public RecordedCloud Answer(string method, string path, Func<HttpContext, Task> write)
    {
        lock (gate)
            plan.Add(new PlannedAnswer(method, path, write));
        return this;
    }

    /// <summary>Answers what nothing is planned for: requests whose path the test cannot know before.</summary>
    public RecordedCloud AnswerOthers(Func<HttpContext, Task> write)
    {
        others = write;
        return this;
    }

    /// <summary>
    /// From now on what is planned for a path answers everything on the same route (<see cref="RequestTemplate"/>) that nothing else is planned
    /// for: tests of odd arguments cannot know how they arrive.
    /// </summary>
    public RecordedCloud AnswerWholeRoutes()
    {
        routesSuffice = true;
        return this;
    }

    /// <summary>Forgets what arrived: a cloud that serves many tests in turn keeps what belongs to one of them.</summary>
    public RecordedCloud ForgetRequests()
    {
        requests.Clear();
        return this;
    }

    /// <summary>
    /// Forgets what arrived and all answers that were planned. A request of before that is still on its way is nobody's: a call that ends with the
    /// error of one request leaves those beside it, and they would count for the call that comes next.
    /// </summary>
    public RecordedCloud Forget()
    {
        lock (gate)
        {
            plan.Clear();
            requests.Clear();
            forgotten++;
        }

        return this;
    }

    /// <summary>The value that stands in the place of a placeholder, e.g. of <c>alice-app-password</c>.</summary>
    public static string SecretOf(string placeholder) => placeholder + "-value";

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        string[] all = [.. complaints.Distinct()];
        if (all.Length > 0)
            throw new InvalidOperationException(
                "The recorded cloud met requests it should not:\n" + string.Join('\n', all)
            );
    }

    private static Recording Fill(Recording recording) =>
        recording.With(recording.Placeholders.ToDictionary(p => p, SecretOf));

    private async Task AnswerAsync(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var path = target.StartsWith(PathBase + "/", StringComparison.Ordinal) ? target[PathBase.Length..] : target;
        var before = Volatile.Read(ref forgotten);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers.ToImmutableDictionary(
            h => h.Key,
            h => h.Value.ToString(),
            StringComparer.OrdinalIgnoreCase
        );
        var sent = new SentRequest(context.Request.Method, path, headers, [.. body.ToArray()]);
        Inspect(sent);
        PlannedAnswer? answer;
        lock (gate)
        {
            if (before != forgotten || Caller.HasHungUp(context))
            {
                context.Abort();
                return;
            }

            requests.Enqueue(sent);
            answer = Next(sent);
        }

        if (answer is not null)
        {
            await answer.Write(context);
            return;
        }

        if (others is not null)
        {
            await others(context);
            return;
        }

        complaints.Enqueue($"not planned: {sent}");
        context.Response.StatusCode = StatusCodes.Status501NotImplemented;
    }

    private void Inspect(SentRequest sent)
    {
        if (sent.Header("Cookie") is not null)
            complaints.Enqueue($"with a cookie: {sent}");
        if (sent.Header("OCS-APIRequest") != "true")
            complaints.Enqueue($"without OCS-APIRequest: {sent}");
        if (!RecordedTemplates.IsKnown(sent.Template))
            complaints.Enqueue($"never recorded: {sent.Template}");
    }

    private PlannedAnswer? Next(SentRequest sent)
    {
        var fitting = plan.Where(a => a.Answers(sent)).ToList();
        if (fitting.Count == 0 && routesSuffice)
            fitting = [.. plan.Where(a => RequestTemplate.Of(a.Method, a.Path) == sent.Template)];
        var next = fitting.Find(a => !a.IsUsed) ?? fitting.LastOrDefault();
        next?.IsUsed = true;
        return next;
    }

    private async Task WriteAsync(HttpContext context, RecordedResponse response)
    {
        context.Response.StatusCode = response.Status;
        foreach (var header in response.Headers.Where(h => !connectionHeaders.Contains(h.Name)))
            context.Response.Headers.Append(header.Name, AtHome(header.Value));
        if (response.Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
            return;

        var body =
            response.Body.IndexOf((byte)0) >= 0
                ? [.. response.Body]
                : Encoding.UTF8.GetBytes(AtHome(response.BodyText));
        context.Response.ContentLength = body.Length;
        if (context.Request.Method != HttpMethods.Head)
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>The recorded cloud's address and paths as this one's.</summary>
    private string AtHome(string text) =>
        text.Replace(RecordedAddress, Address, StringComparison.Ordinal)
            .Replace(JsonOf(RecordedAddress), JsonOf(Address), StringComparison.Ordinal)
            .Replace("<d:href>/remote.php/", $"<d:href>{PathBase}/remote.php/", StringComparison.Ordinal)
            .Replace("<cookie>", "recorded", StringComparison.Ordinal);

    private static string JsonOf(string address) => address.Replace("/", "\\/", StringComparison.Ordinal);
}
