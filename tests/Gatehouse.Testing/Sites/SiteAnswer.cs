using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gatehouse.Testing.Sites;

/// <summary>An answer, read to its end.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="MediaType">Without parameters.</param>
/// <param name="Body">As text.</param>
public sealed record SiteAnswer(int Status, HttpResponseHeaders Headers, string? MediaType, string Body)
{
    /// <summary>The body as a JSON object.</summary>
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    /// <summary>The OAuth error in the body; null when there is none.</summary>
    public string? Error => MediaType == "application/json" && Body.Length > 0 ? (string?)Json["error"] : null;

    /// <summary>The body as a page.</summary>
    public IHtmlDocument Page => new HtmlParser().ParseDocument(Body);

    /// <summary>The heading of the page.</summary>
    public string Heading => Page.QuerySelector("h1")?.TextContent.Trim() ?? $"(no page: {Status} {Body})";

    /// <summary>The stable code of an error page, such as <c>form-foreign</c>.</summary>
    public string? Problem => Page.QuerySelectorAll(".support strong") is [.., var last] ? last.TextContent : null;

    /// <summary>Where it redirects to.</summary>
    public string Location =>
        Headers.TryGetValues("Location", out var values) ? values.Single() : $"(none: {Status} {Body})";

    /// <summary>The parameters of the redirect, in order.</summary>
    public IReadOnlyList<(string Name, string Value)> Parameters =>
        [
            .. Location[(Location.IndexOf('?', StringComparison.Ordinal) + 1)..]
                .Split('&')
                .Select(pair => pair.Split('=', 2))
                .Select(pair => (pair[0], Uri.UnescapeDataString(pair[^1]))),
        ];

    /// <summary>A parameter of the redirect; null when it is not there.</summary>
    public string? Parameter(string name) => Parameters.FirstOrDefault(pair => pair.Name == name).Value;

    /// <summary>A header; null when it is not there.</summary>
    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    /// <summary>Sends a request and reads its answer; the time-out of <see cref="HttpClient"/> ends a wait.</summary>
    public static async Task<SiteAnswer> OfAsync(HttpClient http, HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request, CancellationToken.None);
        var body = await response.Content.ReadAsStringAsync(CancellationToken.None);
        return new SiteAnswer(
            (int)response.StatusCode,
            response.Headers,
            response.Content.Headers.ContentType?.MediaType,
            body
        );
    }
}
