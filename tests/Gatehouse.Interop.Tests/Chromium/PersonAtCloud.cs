using Microsoft.Playwright;

namespace Gatehouse.Interop.Tests.Chromium;

/// <summary>The cloud's own pages, as a person uses them.</summary>
internal static class PersonAtCloud
{
    public static async Task GrantAsync(Window window, IPage waiting, string person)
    {
        var tab = await window.FollowAsync(waiting.Locator("a[target=_blank]"));
        await Button(tab, "Log in").ClickAsync();
        if (await tab.GetByLabel("Password").IsVisibleAsync())
        {
            await tab.GetByLabel("Account name").FillAsync(person);
            await tab.GetByLabel("Password").FillAsync(person);
            await Button(tab, "Log in").ClickAsync();
        }

        await Button(tab, "Grant access").ClickAsync();
        await Assertions.Expect(Heading(tab)).ToHaveTextAsync("Account connected");
        await tab.CloseAsync();
    }

    public static ILocator Button(IPage page, string words) =>
        page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true });

    public static ILocator Heading(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });
}
