using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Gatehouse.Testing.Sites;

/// <summary>A person at the connections page of a <see cref="Site"/>, with a browser of their own.</summary>
public sealed class SitePerson(Site site, string name) : IDisposable
{
    /// <summary>The page.</summary>
    public const string Page = "/connections";

    /// <summary>Their browser.</summary>
    public SiteBrowser Browser { get; } = new(site);

    /// <summary>Signs in to the page, at once.</summary>
    public async Task<SitePerson> SignInAsync()
    {
        site.SignIn.Who = name;
        var door = await Browser.OpenAsync(Page);
        var waiting = await Browser.PostAsync(Page + "/sign-in", SiteBrowser.Fields(door));
        await Browser.OpenAsync(waiting.Location);
        return this;
    }

    /// <summary>Opens the page.</summary>
    public Task<SiteAnswer> OpenAsync() => Browser.OpenAsync(Page);

    /// <summary>The names of the clients the page shows.</summary>
    public static IReadOnlyList<string> Clients(SiteAnswer page) =>
        [.. page.Page.QuerySelectorAll("section h2").Select(heading => heading.TextContent.Trim())];

    /// <summary>The form of a client on the page: where it goes, and its fields, all scopes kept.</summary>
    public static (string Action, IReadOnlyList<(string Name, string Value)> Fields) Form(
        SiteAnswer page,
        string client
    )
    {
        var form = page
            .Page.QuerySelectorAll("section")
            .Single(section => section.QuerySelector("h2")!.TextContent.Trim() == client)
            .QuerySelector<IHtmlFormElement>("form")!;
        return (
            form.GetAttribute("action")!,
            [.. form.QuerySelectorAll<IHtmlInputElement>("input").Select(input => (input.Name!, input.Value))]
        );
    }

    /// <summary>The scopes of a client whose switches are on.</summary>
    public static IEnumerable<string> On(SiteAnswer page, string client) =>
        page
            .Page.QuerySelectorAll("section")
            .Single(section => section.QuerySelector("h2")!.TextContent.Trim() == client)
            .QuerySelectorAll<IHtmlInputElement>("input[name=scope]")
            .Where(input => input.IsChecked)
            .Select(input => input.Value);

    /// <summary>Presses a button of a client on the page, with some scopes switched off.</summary>
    public async Task<SiteAnswer> PressAsync(string client, string action, params string[] without)
    {
        var (path, fields) = Form(await OpenAsync(), client);
        return await Browser.PostAsync(
            path,
            [.. fields.Where(field => !without.Contains(field.Value)), ("action", action)]
        );
    }

    /// <summary>Sends the form that makes a token, and follows to where the sign-in stands.</summary>
    public async Task<SiteAnswer> MakeTokenAsync(string name, string scopes, string days = "30")
    {
        var answer = await AskTokenAsync(name, scopes, days);
        return answer.Status == 303 ? await Browser.OpenAsync(answer.Location) : answer;
    }

    /// <summary>Sends the form that makes a token.</summary>
    public async Task<SiteAnswer> AskTokenAsync(string name, string scopes, string days = "30")
    {
        var seal = (await OpenAsync()).Page.QuerySelector("form[action='/connections/tokens'] input[name=seal]")!;
        return await Browser.PostAsync(
            Page + "/tokens",
            [
                ("seal", seal.GetAttribute("value")!),
                ("name", name),
                ("days", days),
                .. scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(scope => ("scope", scope)),
            ]
        );
    }

    /// <summary>The token a page shows; null when it shows none.</summary>
    public static string? Token(SiteAnswer page) => page.Page.QuerySelector("#token")?.TextContent;

    /// <inheritdoc/>
    public void Dispose() => Browser.Dispose();
}
