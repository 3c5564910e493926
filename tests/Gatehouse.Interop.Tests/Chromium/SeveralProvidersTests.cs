using Gatehouse.Interop.Tests.Lab;
using Gatehouse.Interop.Tests.Providers;
using Gatehouse.Testing.Clients;
using Gatehouse.Testing.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gatehouse.Interop.Tests.Chromium;

/// <summary>Several providers at once, one of them away: what a person sees from the choice to the connections page.</summary>
public sealed class SeveralProvidersTests(RealBrowser browser) : IClassFixture<RealBrowser>
{
    [Theory(Timeout = 180_000)]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    [InlineData(Look.Phone)]
    [InlineData(Look.NoScript)]
    public async Task A_person_chooses_and_is_told_when_the_chosen_one_is_away_and_chooses_another(Look look)
    {
        var stop = TestContext.Current.CancellationToken;
        var port = LoopbackPorts.Take(1);
        await using var provider = await OidcProvider.StartPoorAsync($"http://127.0.0.1:{port}/callback/contoso", stop);
        await using var site = await LabSite.StartAsync(
            documents: false,
            stop,
            providers:
            [
                Provider("contoso", "Contoso", provider.Issuer),
                Provider("fabrikam", "Fabrikam", $"http://127.0.0.1:{LoopbackPorts.Take(1)}"),
            ],
            port: port
        );
        await using var listener = await ClientListener.StartAsync(stop);
        using var client = new ScriptedClient(site.Url) { Name = "Notebook", RedirectUri = listener.RedirectUri };
        await client.RegisterAsync(stop);
        await using var window = await browser.OpenAsync(look);

        var page = await window.OpenAsync(client.NewAuthorizationUrl());
        await PersonAtCloud.Button(page, "Allow and sign in").ClickAsync();
        await Assertions.Expect(PersonAtCloud.Heading(page)).ToHaveTextAsync("How do you sign in?");
        await Window.PictureAsync(page, $"choice-{look}");
        await page.GetByLabel("Your e-mail address").FillAsync("alice@nowhere.example");
        await PersonAtCloud.Button(page, "Continue").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("alice@nowhere.example");
        await Window.PictureAsync(page, $"choice-unknown-{look}");

        await PersonAtCloud.Button(page, "Fabrikam").ClickAsync();
        await Assertions.Expect(PersonAtCloud.Heading(page)).ToContainTextAsync("Fabrikam");
        await Window.PictureAsync(page, $"provider-away-{look}");
        await PersonAtCloud.Button(page, "Try again").ClickAsync();
        await page.GetByLabel("Your e-mail address").FillAsync("alice@contoso.example");
        await PersonAtCloud.Button(page, "Continue").ClickAsync();

        var home = new Uri(site.Url).Authority;
        await page.WaitForURLAsync(url => new Uri(url).Authority != home);
        await PersonAtProvider.SignInAsync(page, new Uri(page.Url).Authority, "alice", "alice");
        await Assertions.Expect(PersonAtCloud.Heading(page)).ToContainTextAsync("Link your account");
        await Window.PictureAsync(page, $"link-{look}");
        await PersonAtCloud.GrantAsync(window, page, "alice");
        await Assertions
            .Expect(PersonAtCloud.Heading(page))
            .ToHaveTextAsync("Back in the client", new() { Timeout = 30_000 });

        await page.GotoAsync(site.Url + "/connections");
        await PersonAtCloud.Button(page, "Sign in").ClickAsync();
        await PersonAtCloud.Button(page, "Contoso").ClickAsync();
        await Assertions.Expect(PersonAtCloud.Heading(page)).ToContainTextAsync("Connected as");
        await page.GetByText("Unlink", new() { Exact = false }).First.ClickAsync();
        await Window.PictureAsync(page, $"connections-linked-{look}");
        await PersonAtCloud.Button(page, "Sign out of this page").ClickAsync();
        await Assertions.Expect(PersonAtCloud.Heading(page)).ToHaveTextAsync("You are signed out");
        await Window.PictureAsync(page, $"signed-out-{look}");
    }

    private static IdentityProviderOptions Provider(string name, string title, string issuer)
    {
        var options = new IdentityProviderOptions
        {
            Name = name,
            Title = title,
            Issuer = issuer,
            ClientId = RealProvider.ClientId,
            ClientSecret = RealProvider.ClientSecret,
        };
        options.EmailDomains.Add(name + ".example");
        return options;
    }
}
