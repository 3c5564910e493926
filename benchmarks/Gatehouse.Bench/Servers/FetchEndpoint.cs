using System.Text.Json;

namespace Gatehouse.Bench.Servers;

/// <summary>The request of a tool to the cloud with HttpClient, its answer read to the end and thrown away: what the tool cannot do without.</summary>
internal sealed class FetchEndpoint(string folder)
{
    private const string File = "requests.json";

    public static string PathOf(string tool) => $"/fetch/{tool}";

    /// <summary>Writes what the endpoint is to send, by tool.</summary>
    public static Task WriteAsync(string folder, IReadOnlyDictionary<string, CapturedRequest> requests) =>
        System.IO.File.WriteAllTextAsync(Path.Combine(folder, File), JsonSerializer.Serialize(requests));

    public void Map(WebApplication app)
    {
        var cloud = BenchCloud.Read(folder);
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(cloud.Url),
        };
        var requests = JsonSerializer.Deserialize<Dictionary<string, CapturedRequest>>(
            System.IO.File.ReadAllText(Path.Combine(folder, File))
        )!;
        foreach (var (tool, request) in requests)
        {
            app.MapPost(PathOf(tool), context => HandleAsync(context, http, request));
        }
    }

    private static async Task HandleAsync(HttpContext context, HttpClient http, CapturedRequest captured)
    {
        using var request = captured.ToMessage();
        using var answer = await http.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            context.RequestAborted
        );
        answer.EnsureSuccessStatusCode();
        await answer.Content.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.ContentLength = 2;
        await context.Response.WriteAsync("ok", context.RequestAborted);
    }
}
