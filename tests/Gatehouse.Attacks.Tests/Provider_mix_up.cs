using Gatehouse.Testing.Providers;
using Gatehouse.Testing.Providers.Quirks;

namespace Gatehouse.Attacks.Tests;

/// <summary>
/// RFC 9700 §4.4: of two providers one is the attacker's. It sends the browser that came to it on to the honest one, and hopes that this server brings
/// the honest one's code to it.
/// </summary>
public sealed class Provider_mix_up
{
    private static readonly char[] Separators = ['?', '&'];

    [Fact]
    public async Task An_answer_of_one_provider_is_not_taken_for_another()
    {
        await using var evil = await ProviderEngine.StartAsync(GenericProvider.Plain);
        await using var site = await ProviderSite.StartAsync(other: evil);
        var trip = await site.LeaveAsync("other");
        var honest = await site.LeaveAsync("door");
        Assert.StartsWith(evil.Host, trip.Link, StringComparison.Ordinal);

        // The attacker's provider sends the browser to the honest one, with the state of the sign-in that is at the attacker's.
        var state = StateOf(trip.Link);
        var callback = await site.BrowseAsync(WithState(honest.Link, state));
        var answer = await trip.ReturnAsync(callback);

        Assert.Equal("answer-foreign", answer.Problem);
        Assert.Contains($"{trip.SupportId}", site.Log, StringComparison.Ordinal);
        Assert.Contains("not at the provider of this address", site.Log, StringComparison.Ordinal);
        Assert.Empty(evil.RequestsTo(ProviderEndpoint.Token));
        Assert.Empty(site.Engine.RequestsTo(ProviderEndpoint.Token));
    }

    [Fact]
    public async Task A_code_of_another_provider_is_worth_nothing()
    {
        await using var evil = await ProviderEngine.StartAsync(GenericProvider.Plain);
        await using var site = await ProviderSite.StartAsync(other: evil);
        var trip = await site.LeaveAsync("door");
        var other = await site.LeaveAsync("other");
        var code = CodeOf(await site.BrowseAsync(other.Link));

        var end = await trip.ReturnAsync($"/callback/door?code={code}&state={StateOf(trip.Link)}");

        site.AssertRefused(trip, end, "provider-sign-in-again", "invalid_grant");
        Assert.Empty(evil.RequestsTo(ProviderEndpoint.Token));
    }

    [Theory]
    [InlineData("&iss=https%3A%2F%2Fevil.example", "another provider")]
    [InlineData("", "promises to name itself")]
    public async Task A_provider_that_names_itself_is_the_one_the_browser_was_sent_to(string issuer, string reason)
    {
        await using var site = await ProviderSite.StartAsync(GenericProvider.Rich);
        var trip = await site.LeaveAsync();
        var code = CodeOf(await site.BrowseAsync(trip.Link));

        var end = await trip.ReturnAsync($"/callback/door?code={code}&state={StateOf(trip.Link)}{issuer}");

        site.AssertRefused(trip, end, "provider-answer-foreign", reason);
        Assert.Empty(site.Engine.RequestsTo(ProviderEndpoint.Token));
    }

    private static string StateOf(string link) => Parameter(link, "state");

    private static string CodeOf(string link) => Parameter(link, "code");

    private static string Parameter(string link, string name) =>
        link.Split(Separators).Single(part => part.StartsWith(name + "=", StringComparison.Ordinal))[
            (name.Length + 1)..
        ];

    private static string WithState(string link, string state) =>
        link.Replace(StateOf(link), state, StringComparison.Ordinal);
}
