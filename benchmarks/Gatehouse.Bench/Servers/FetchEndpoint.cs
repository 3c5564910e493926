using System.Net.Http.Headers;
using System.Text;

namespace Gatehouse.Bench.Servers;

/// <summary>One request to the cloud with HttpClient, its answer read to the end and thrown away: what a tool cannot do without.</summary>
internal static class FetchEndpoint
{
    public const string Path = "/fetch";
    public const string RequestHeader = "X-Bench-Request";

    public static void Map(WebApplication app)
    {
        var cloud = app.Services.GetRequiredService<BenchCloud>();
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(cloud.Url),
        };
        app.MapPost(Path, context => HandleAsync(context, http, cloud));
    }

    private static async Task HandleAsync(HttpContext context, HttpClient http, BenchCloud cloud)
    {
        var asked = context.Request.Headers[RequestHeader].ToString().Split(' ', 2);
        var person = context.Request.Headers[BenchCloud.PersonHeader].ToString();
        using var request = new HttpRequestMessage(new HttpMethod(asked[0]), asked[1]);
        if (context.Request.ContentLength is > 0)
        {
            request.Content = new StreamContent(context.Request.Body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        }

        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{person}:{cloud.Passwords[person]}"))
        );
        request.Headers.TryAddWithoutValidation("OCS-APIRequest", "true");
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("Depth", asked[0] == "PROPFIND" ? "1" : "0");
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
