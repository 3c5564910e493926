using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Gatehouse.Testing.Sites;

/// <summary>
/// A browser at a <see cref="Site"/>. It keeps every cookie by name and sends it always, so that tests can look at attributes and tamper;
/// it follows nothing by itself. Whatever page shows a support id, the log has to have it.
/// </summary>
public sealed partial class SiteBrowser(Site site) : IDisposable
{
    private readonly HttpClient http = site.NewHttp();

    /// <summary>Its cookies.</summary>
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>Opens an address of the site.</summary>
    public Task<SiteAnswer> OpenAsync(string path, params IEnumerable<(string Name, string Value)> headers) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), headers);

    /// <summary>Posts a form as a page of the site would, unless headers say otherwise.</summary>
    public Task<SiteAnswer> PostAsync(
        string path,
        IEnumerable<(string Name, string Value)> form,
        params IEnumerable<(string Name, string Value)> headers
    )
    {
        var fields = form.Select(field => KeyValuePair.Create(field.Name, field.Value));
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        return SendAsync(
            request,
            headers.DefaultIfEmpty(("Origin", site.Options.PublicUrl)).Append(("Sec-Fetch-Dest", "document"))
        );
    }

    /// <summary>The fields of a page's form as they would be sent, without the button.</summary>
    public static IReadOnlyList<(string Name, string Value)> Fields(SiteAnswer page) =>
        [
            .. page
                .Page.QuerySelectorAll<IHtmlInputElement>("form input")
                .Where(input => input.Type != "checkbox" || input.IsChecked)
                .Select(input => (input.Name!, input.Value)),
        ];

    /// <summary>Presses a button of a consent page.</summary>
    public Task<SiteAnswer> DecideAsync(SiteAnswer consent, string action) =>
        PostAsync("/consent", [.. Fields(consent), ("action", action)]);

    /// <summary>From the consent page to the client's answer, with a sign-in that ends at once.</summary>
    public async Task<SiteAnswer> ApproveAsync(SiteAnswer consent) =>
        await OpenAsync((await DecideAsync(consent, "approve")).Location);

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    // With every page of every test: one that promises what the operator does not find is noticed wherever it is.
    private void CheckSupportId(SiteAnswer answer)
    {
        if (
            SupportId().Match(answer.Body) is { Success: true } shown
            && !site.Log.Lines.Any(line =>
                line.Contains(shown.Value, StringComparison.Ordinal)
                && line.Contains(answer.Problem ?? shown.Value, StringComparison.Ordinal)
            )
        )
        {
            throw new InvalidOperationException(
                $"The answer '{answer.Heading}' shows {answer.Problem} and {shown.Value}; the log has no line with both."
            );
        }
    }

    [GeneratedRegex("(?<=Support id (<strong>)?)[0-9A-Z]{5}-[0-9A-Z]{5}")]
    private static partial Regex SupportId();

    private async Task<SiteAnswer> SendAsync(
        HttpRequestMessage request,
        IEnumerable<(string Name, string Value)> headers
    )
    {
        using (request)
        {
            request.Headers.TryAddWithoutValidation("Accept", "text/html");
            if (Cookies.Count > 0)
            {
                request.Headers.Add(
                    "Cookie",
                    string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"))
                );
            }

            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            var answer = await SiteAnswer.OfAsync(http, request);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                var pair = cookie.Split(';')[0].Split('=', 2);
                Cookies[pair[0]] = pair[1];
            }

            CheckSupportId(answer);
            return answer;
        }
    }
}
