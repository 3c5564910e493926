namespace Gatehouse.Bench.Servers;

/// <summary>The request of a tool to the cloud with HttpClient, its answer read to the end and thrown away: what the tool cannot do without.</summary>
internal sealed class FetchEndpoint(string folder)
{
    public static string PathOf(string tool) => $"/fetch/{tool}";

    public void Map(WebApplication app)
    {
        var cloud = BenchCloud.Read(folder);
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(cloud.Url),
        };
        foreach (var call in CapturedCall.Read(folder))
        {
            app.MapPost(PathOf(call.Tool), context => HandleAsync(context, http, call.Request));
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
