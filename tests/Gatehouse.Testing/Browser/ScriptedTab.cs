using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gatehouse.Testing.Browser;

/// <summary>
/// One tab of a <see cref="ScriptedBrowser"/>: follows redirects within an origin, fills in forms and presses buttons by the words on them. A
/// redirect to another origin or to an app is not followed but kept in <see cref="Left"/>: it is the answer for the client.
/// </summary>
public sealed class ScriptedTab
{
    private readonly HttpClient http;

    internal ScriptedTab(HttpClient http) => this.http = http;

    /// <summary>What is shown.</summary>
    public IHtmlDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    /// <summary>Where it came from.</summary>
    public Uri Address { get; private set; } = new("about:blank");

    /// <summary>Its status.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Its headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private set; } = new Dictionary<string, string>();

    /// <summary>Where the tab was sent outside of the pages it walked; null while it stays.</summary>
    public Uri? Left { get; private set; }

    /// <summary>The page's heading.</summary>
    public string Heading => Page.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>The page's words.</summary>
    public string Text => Page.Body?.TextContent ?? "";

    /// <summary>The words of its buttons and button-like links, in order.</summary>
    public IReadOnlyList<string> Buttons => [.. Page.QuerySelectorAll("button, a.button").Select(Words)];

    /// <summary>Opens an address.</summary>
    public Task OpenAsync(string url, CancellationToken cancellationToken) =>
        GoAsync(() => new HttpRequestMessage(HttpMethod.Get, url), cancellationToken);

    /// <summary>Loads the page again.</summary>
    public Task ReloadAsync(CancellationToken cancellationToken) => OpenAsync(Address.ToString(), cancellationToken);

    /// <summary>Does what the page's refresh says, as a browser without JavaScript would.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken)
    {
        var refresh =
            Page.QuerySelector("meta[http-equiv=refresh]")?.GetAttribute("content") ?? throw Surprise("has no refresh");
        var target = refresh.Split("url=", 2) is [_, var url] ? new Uri(Address, url) : Address;
        return LeaveOrGoAsync(target, cancellationToken);
    }

    /// <summary>The address of the link with these words.</summary>
    public string Link(string words) =>
        Page.QuerySelectorAll("a").FirstOrDefault(link => Words(link) == words) is { } found
            ? new Uri(Address, found.GetAttribute("href")).ToString()
            : throw Surprise($"has no link '{words}'");

    /// <summary>The address of the only link that opens in a new tab.</summary>
    public string LinkToNewTab() =>
        Page.QuerySelectorAll("a[target=_blank]") is [var link]
            ? new Uri(Address, link.GetAttribute("href")).ToString()
            : throw Surprise("has no link that opens a new tab");

    /// <summary>Switches a checkbox.</summary>
    public void Switch(string name, string value, bool on)
    {
        var box = Page.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox]")
            .FirstOrDefault(input => input.Name == name && input.Value == value);
        (box ?? throw Surprise($"has no checkbox {name}={value}")).IsChecked = on;
    }

    /// <summary>Fills in a field.</summary>
    public void Fill(string name, string value)
    {
        var field = Page.QuerySelectorAll<IHtmlInputElement>("input").FirstOrDefault(input => input.Name == name);
        (field ?? throw Surprise($"has no field {name}")).Value = value;
    }

    /// <summary>Presses the button with these words.</summary>
    public Task PressAsync(string words, CancellationToken cancellationToken)
    {
        var pressed = Page.QuerySelectorAll<IHtmlButtonElement>("button")
            .FirstOrDefault(button => Words(button) == words);
        if (pressed?.Closest("form") is not IHtmlFormElement form)
        {
            throw Surprise($"has no button '{words}' (it has: {string.Join(", ", Buttons)})");
        }

        var target = new Uri(Address, form.GetAttribute("action"));
        var fields = Fields(form, pressed).ToList();
        var origin = Address.GetLeftPart(UriPartial.Authority);
        return GoAsync(() => Submit(form, target, fields, origin), cancellationToken);
    }

    /// <summary>An exception that says what the page is and what is wrong with it.</summary>
    public InvalidOperationException Surprise(string what) =>
        new($"The page '{Heading}' ({(int)Status}, {Address.AbsolutePath}) {what}. It says: {Text.Trim()}");

    private static HttpRequestMessage Submit(
        IHtmlFormElement form,
        Uri target,
        List<KeyValuePair<string, string>> fields,
        string origin
    )
    {
        if (form.Method != "post")
        {
            var query = string.Join(
                '&',
                fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}")
            );
            return new HttpRequestMessage(HttpMethod.Get, new UriBuilder(target) { Query = query }.Uri);
        }

        var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", origin);
        request.Headers.Add(
            "Sec-Fetch-Site",
            target.GetLeftPart(UriPartial.Authority) == origin ? "same-origin" : "cross-site"
        );
        return request;
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form, IHtmlButtonElement pressed)
    {
        foreach (var input in form.QuerySelectorAll<IHtmlInputElement>("input[name]"))
        {
            if (input.Type is not ("checkbox" or "radio") || input.IsChecked)
            {
                yield return KeyValuePair.Create(input.Name!, input.Value);
            }
        }

        if (!string.IsNullOrEmpty(pressed.Name))
        {
            yield return KeyValuePair.Create(pressed.Name, pressed.Value);
        }
    }

    private static string Words(IElement element) => element.TextContent.Trim();

    private async Task GoAsync(Func<HttpRequestMessage> first, CancellationToken cancellationToken)
    {
        Left = null;
        using var request = first();
        using var response = await http.SendAsync(request, cancellationToken);
        if ((int)response.StatusCode is 301 or 302 or 303 && response.Headers.Location is { } location)
        {
            Address = request.RequestUri!;
            await LeaveOrGoAsync(new Uri(Address, location), cancellationToken);
            return;
        }

        Status = response.StatusCode;
        Address = request.RequestUri!;
        Headers = response.Headers.ToDictionary(
            header => header.Key,
            header => string.Join(", ", header.Value),
            StringComparer.OrdinalIgnoreCase
        );
        var html = await response.Content.ReadAsStringAsync(cancellationToken);
        Page = await new HtmlParser().ParseDocumentAsync(html, cancellationToken);
    }

    private Task LeaveOrGoAsync(Uri target, CancellationToken cancellationToken)
    {
        if (target.GetLeftPart(UriPartial.Authority) == Address.GetLeftPart(UriPartial.Authority))
        {
            return OpenAsync(target.AbsoluteUri, cancellationToken);
        }

        Left = target;
        return Task.CompletedTask;
    }
}
