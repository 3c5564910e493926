using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gatehouse.DemoCloud.Tests.LoginFlow;

/// <summary>A browser without JavaScript: follows redirects, keeps cookies, fills in and submits forms as a person would.</summary>
internal sealed class PlainBrowser : IDisposable
{
    private readonly HttpClient http = new(
        new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true }
    );

    public PlainBrowser() => http.DefaultRequestHeaders.Accept.ParseAdd("text/html");

    public IHtmlDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    public Uri Address { get; private set; } = new("about:blank");

    public HttpStatusCode Status { get; private set; }

    /// <summary>Origin header of forms, where it is not the page's own.</summary>
    public string? Origin { get; set; }

    public string Heading => Page.QuerySelector("h1")?.TextContent ?? "";

    public string Text => Page.QuerySelector("main")?.TextContent ?? "";

    public async Task OpenAsync(string url)
    {
        using var response = await http.GetAsync(new Uri(url), TestContext.Current.CancellationToken);
        await ShowAsync(response);
    }

    /// <summary>Presses the button or link with this text, after filling in fields by their names.</summary>
    public async Task PressAsync(string button, params (string Name, string Value)[] fields)
    {
        var pressed = Page.QuerySelectorAll("button, a").Single(element => element.TextContent.Trim() == button);
        if (pressed is IHtmlAnchorElement link)
        {
            await OpenAsync(new Uri(Address, link.GetAttribute("href")).ToString());
            return;
        }

        var form = (IHtmlFormElement)pressed.Closest("form")!;
        var values = form.QuerySelectorAll<IHtmlInputElement>("input")
            .ToDictionary(input => input.Name!, input => input.Value, StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            Assert.True(values.ContainsKey(name), $"The form has no field {name}.");
            values[name] = value;
        }

        var target = new Uri(Address, form.GetAttribute("action"));
        using var body = new FormUrlEncodedContent(values);
        using var request =
            form.Method == "post"
                ? new HttpRequestMessage(HttpMethod.Post, target) { Content = body }
                : new HttpRequestMessage(
                    HttpMethod.Get,
                    new UriBuilder(target)
                    {
                        Query = await body.ReadAsStringAsync(TestContext.Current.CancellationToken),
                    }.Uri
                );
        if (request.Method == HttpMethod.Post)
        {
            request.Headers.Add("Origin", Origin ?? Address.GetLeftPart(UriPartial.Authority));
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        await ShowAsync(response);
    }

    public void Dispose() => http.Dispose();

    private async Task ShowAsync(HttpResponseMessage response)
    {
        Status = response.StatusCode;
        Address = response.RequestMessage!.RequestUri!;
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Page = await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
    }
}
