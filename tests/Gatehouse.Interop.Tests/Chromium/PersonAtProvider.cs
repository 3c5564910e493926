using Microsoft.Playwright;

namespace Gatehouse.Interop.Tests.Chromium;

/// <summary>A person at the pages of an identity provider nobody here wrote: a name, a password, what is to be confirmed, on one page or several.</summary>
internal static class PersonAtProvider
{
    private const int MostPages = 10;

    private const string Names =
        "input:visible:not([type=hidden]):not([type=password]):not([type=checkbox]):not([type=submit]):not([type=button])";

    /// <summary>Goes on until the browser has left the provider.</summary>
    /// <param name="page">The tab.</param>
    /// <param name="authority">Host and port of the provider's pages.</param>
    /// <param name="user">What to type as a name.</param>
    /// <param name="password">What to type as a password.</param>
    public static async Task SignInAsync(IPage page, string authority, string user, string password)
    {
        for (var seen = 0; seen < MostPages; seen++)
        {
            if (new Uri(page.Url).Authority != authority)
            {
                return;
            }

            await FillAsync(page.Locator(Names), user);
            await FillAsync(page.Locator("input[type=password]:visible"), password);

            // The page that follows does not carry the mark.
            await page.EvaluateAsync("() => { window.seenByTest = true; }");
            await page.Locator("button:visible, input[type=submit]:visible").First.ClickAsync();
            await page.WaitForFunctionAsync("() => !window.seenByTest && document.readyState === 'complete'");
        }

        Assert.Fail($"The pages of {authority} do not end. The last says: {await page.InnerTextAsync("body")}");
    }

    private static async Task FillAsync(ILocator fields, string text)
    {
        if (await fields.CountAsync() > 0)
        {
            await fields.First.FillAsync(text);
        }
    }
}
