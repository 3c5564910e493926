using Gatehouse.Testing.Providers;
using Gatehouse.Testing.Sites;

namespace Gatehouse.Attacks.Tests;

/// <summary>RFC 9700 §4.5, RFC 6749 §10.12: an answer that is delivered twice, in another browser, or to a sign-in it was not made for.</summary>
public sealed class Provider_callback_replayed
{
    private static readonly char[] Separators = ['?', '&'];

    [Fact]
    public async Task A_callback_is_taken_once()
    {
        await using var site = await ProviderSite.StartAsync();
        var trip = await site.LeaveAsync();
        var callback = await site.BrowseAsync(trip.Link);

        var first = await trip.ReturnAsync(callback);
        var second = await trip.ReturnAsync(callback);

        Assert.NotNull(first.Parameter("code"));
        Assert.Single(site.Engine.RequestsTo(ProviderEndpoint.Token));
        Assert.True(second.Status is 200 or 302 or 303 or 410, $"{second.Status}");
        Assert.Contains(trip.SupportId, site.Log, StringComparison.Ordinal);
        Assert.Contains("not taken twice", site.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_callbacks_at_once_redeem_one_code()
    {
        await using var site = await ProviderSite.StartAsync();
        var trip = await site.LeaveAsync();
        var callback = await site.BrowseAsync(trip.Link);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => trip.Browser.OpenAsync(callback)));

        Assert.Single(site.Engine.RequestsTo(ProviderEndpoint.Token));
    }

    [Fact]
    public async Task A_callback_in_another_browser_is_refused()
    {
        await using var site = await ProviderSite.StartAsync();
        var trip = await site.LeaveAsync();
        var callback = await site.BrowseAsync(trip.Link);
        var victim = await site.LeaveAsync();
        using var stranger = new SiteBrowser(site.Site);

        foreach (var browser in new[] { victim.Browser, stranger })
        {
            var page = await browser.OpenAsync(callback);
            Assert.Equal("browser-changed", page.Problem);
        }

        Assert.Empty(site.Engine.RequestsTo(ProviderEndpoint.Token));
        Assert.Contains(trip.SupportId, site.Log, StringComparison.Ordinal);
        Assert.Contains("no open sign-in of this browser", site.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_made_for_another_sign_in_of_the_same_browser_is_refused()
    {
        await using var site = await ProviderSite.StartAsync();
        var (mine, attackers) = (await site.LeaveAsync(), await site.LeaveAsync());
        var callback = await site.BrowseAsync(attackers.Link);
        var code = callback.Split(Separators).Single(part => part.StartsWith("code=", StringComparison.Ordinal));

        // The id of the sign-in can be read off a page; the rest of the state cannot.
        var end = await mine.ReturnAsync($"/callback/door?{code}&state={mine.SupportId}.{new string('A', 43)}");

        site.AssertRefused(mine, end, "provider-answer-foreign", "state");
        Assert.Empty(site.Engine.RequestsTo(ProviderEndpoint.Token));
    }

    [Fact]
    public async Task A_code_of_another_browser_fits_no_other_sign_in()
    {
        await using var site = await ProviderSite.StartAsync();
        var (mine, attackers) = (await site.LeaveAsync(), await site.LeaveAsync());
        var code = Part(await site.BrowseAsync(attackers.Link), "code");

        var end = await mine.ReturnAsync($"/callback/door?{code}&{Part(mine.Link, "state")}");

        site.AssertRefused(mine, end, "provider-sign-in-again", "invalid_grant");
    }

    private static string Part(string address, string name) =>
        address.Split(Separators).Single(part => part.StartsWith(name + "=", StringComparison.Ordinal));
}
