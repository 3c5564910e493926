using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Gatehouse.DemoCloud.Tests.Hosting;

/// <summary>An API client as it should be: no cookies, no redirects, OCS-APIRequest always.</summary>
internal sealed class CloudClient : IDisposable
{
    private readonly string address;
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    public CloudClient(string address, string user = "", string password = "")
    {
        this.address = address;
        http.DefaultRequestHeaders.Add("OCS-APIRequest", "true");
        http.DefaultRequestHeaders.Add("Accept", "application/json");
        http.DefaultRequestHeaders.Add("User-Agent", "Example MCP Server");
        if (user.Length > 0)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))
            );
        }
    }

    public async Task<HttpResponseMessage> SendAsync(
        string method,
        string path,
        HttpContent? content = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address + path))
        {
            Content = content,
        };
        foreach (var (name, value) in headers)
        {
            _ = request.Headers.TryAddWithoutValidation(name, value);
        }

        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonNode> JsonAsync(
        string method,
        string path,
        HttpContent? content = null,
        int status = 200,
        params (string Name, string Value)[] headers
    )
    {
        using var response = await SendAsync(method, path, content, headers);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode == status, $"{method} {path}: {(int)response.StatusCode} {body}");
        return JsonNode.Parse(body)!;
    }

    /// <summary>Sends what must succeed and gives the answer's text.</summary>
    public async Task<string> TextAsync(
        string method,
        string path,
        string? text = null,
        params (string Name, string Value)[] headers
    )
    {
        using var response = await SendAsync(method, path, text is null ? null : new StringContent(text), headers);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {(int)response.StatusCode} {body}");
        return body;
    }

    /// <summary>The last segments of what is in a collection, decoded, in order.</summary>
    public async Task<string[]> NamesAsync(string path)
    {
        var listed = XElement.Parse(await TextAsync("PROPFIND", path, null, ("Depth", "1")));
        return
        [
            .. listed
                .Descendants(XName.Get("href", "DAV:"))
                .Skip(1)
                .Select(href => Uri.UnescapeDataString(href.Value.TrimEnd('/').Split('/')[^1])),
        ];
    }

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    public void Dispose() => http.Dispose();
}
