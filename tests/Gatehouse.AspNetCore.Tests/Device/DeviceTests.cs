using Gatehouse.Testing.Sites;

namespace Gatehouse.AspNetCore.Tests.Device;

/// <summary>RFC 8628, from the device's side.</summary>
public sealed class DeviceTests : IAsyncLifetime
{
    private Site site = null!;
    private SiteClient client = null!;
    private SiteBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        client = await SiteClient.RegisterAsync(site);
        browser = new SiteBrowser(site);
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        client.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_device_gets_tokens_when_its_person_has_agreed()
    {
        var device = await SiteDevice.BeginAsync(client, "notes.write");
        Assert.Equal((400, "authorization_pending"), Read(await device.PollAsync()));

        var page = await device.ApproveAsync(browser);

        Assert.Equal((200, "You are signed in"), (page.Status, page.Heading));
        var tokens = await device.PollAsync();
        Assert.Equal((200, "notes.read notes.write"), (tokens.Status, tokens.Granted));
        Assert.Equal(200, (await client.CallAsync(tokens.AccessToken)).Status);
        Assert.Equal(200, (await client.RefreshAsync(tokens.RefreshToken)).Status);
        Assert.Equal("device", site.SignIn.Started.Single().ClientHost);
    }

    [Fact]
    public async Task The_answer_has_what_the_rfc_asks()
    {
        var device = await SiteDevice.BeginAsync(client);

        Assert.Equal((200, "no-store"), (device.Begun.Status, device.Begun.Header("Cache-Control")));
        Assert.Matches("^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$", device.UserCode);
        Assert.Equal("https://mcp.example.com/device", (string?)device.Begun.Json["verification_uri"]);
        Assert.Equal(
            "https://mcp.example.com/device?user_code=" + device.UserCode,
            (string?)device.Begun.Json["verification_uri_complete"]
        );
        Assert.Equal((1800, 5), ((int)device.Begun.Json["expires_in"]!, (int)device.Begun.Json["interval"]!));
    }

    [Fact]
    public async Task No_redirect_address_is_needed()
    {
        var registered = await SiteClient.RegisterAsync(
            client.Http,
            """{"client_name":"Headless","redirect_uris":[],"token_endpoint_auth_method":"none"}"""
        );
        using var headless = SiteClient.Of(site, (string)registered.Json["client_id"]!);
        var device = await SiteDevice.BeginAsync(headless);

        await device.ApproveAsync(browser);

        Assert.Equal(200, (await device.PollAsync()).Status);
    }

    [Fact]
    public async Task A_client_with_a_secret_shows_it()
    {
        using var secretive = await SiteClient.RegisterAsync(site, method: "client_secret_post");
        using var without = SiteClient.Of(site, secretive.Id);

        Assert.Equal(200, (await SiteDevice.AskAsync(secretive)).Status);
        Assert.Equal((401, "invalid_client"), Read(await SiteDevice.AskAsync(without)));
    }

    [Fact]
    public async Task An_unknown_client_or_resource_gets_nothing()
    {
        using var unknown = SiteClient.Of(site, "unknown");
        site.Stores.Forget();

        Assert.Equal((401, "invalid_client"), Read(await SiteDevice.AskAsync(unknown)));
        Assert.Equal(
            (400, "invalid_target"),
            Read(await SiteDevice.AskAsync(client, resource: "https://elsewhere.example.com/mcp"))
        );
        Assert.DoesNotContain(site.Stores.Writes, call => call.StartsWith("IDeviceStore", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_device_that_asks_too_often_has_to_slow_down_for_good()
    {
        var device = await SiteDevice.BeginAsync(client);
        Assert.Equal("authorization_pending", (await device.PollAsync()).Error);
        Assert.Equal("slow_down", (await device.PollAsync()).Error);

        // Ten seconds from now on: five are too few, and make it fifteen.
        site.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("slow_down", (await device.PollAsync()).Error);
        site.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("slow_down", (await device.PollAsync()).Error);
        site.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("authorization_pending", (await device.PollAsync()).Error);
    }

    [Fact]
    public async Task A_device_that_keeps_its_pace_never_hears_of_it()
    {
        var device = await SiteDevice.BeginAsync(client);
        for (var poll = 0; poll < 10; poll++)
        {
            Assert.Equal("authorization_pending", (await device.PollAsync()).Error);
            site.Time.Advance(TimeSpan.FromSeconds(5));
        }
    }

    [Fact]
    public async Task A_guessed_device_code_is_unknown()
    {
        var device = await SiteDevice.BeginAsync(client);

        Assert.Equal((400, "invalid_grant"), Read(await device.PollAsync(code: new string('A', 43))));
        Assert.Equal((400, "invalid_grant"), Read(await device.PollAsync(code: device.UserCode)));
    }

    [Fact]
    public async Task Another_client_gets_nothing_with_the_code_of_this_one()
    {
        using var other = await SiteClient.RegisterAsync(site, "Other");
        var device = await SiteDevice.BeginAsync(client);
        await device.ApproveAsync(browser);

        Assert.Equal((400, "invalid_grant"), Read(await device.PollAsync(other)));
        Assert.Equal(200, (await device.PollAsync()).Status);
    }

    [Fact]
    public async Task A_device_code_works_once_and_a_second_use_ends_what_the_first_gave()
    {
        var device = await SiteDevice.BeginAsync(client);
        await device.ApproveAsync(browser);
        var tokens = await device.PollAsync();

        Assert.Equal((400, "invalid_grant"), Read(await device.PollAsync()));
        Assert.Equal(401, (await client.CallAsync(tokens.AccessToken)).Status);
    }

    [Fact]
    public async Task A_refusal_reaches_the_device()
    {
        var device = await SiteDevice.BeginAsync(client);
        var page = await SiteDevice.DecideAsync(browser, await device.TypeAsync(browser), "deny");

        Assert.Equal("You cancelled", page.Heading);
        Assert.Equal((400, "access_denied"), Read(await device.PollAsync()));
        Assert.Equal("access_denied", (await device.PollAsync()).Error);
        Assert.Empty(site.SignIn.Started);
    }

    [Fact]
    public async Task Cancelling_the_sign_in_reaches_the_device()
    {
        site.SignIn.Start = _ => ScriptedSignIn.Waiting("1");
        var device = await SiteDevice.BeginAsync(client);
        var path = (await SiteDevice.DecideAsync(browser, await device.TypeAsync(browser), "approve")).Location;
        Assert.Equal("authorization_pending", (await device.PollAsync()).Error);

        await browser.PostAsync(path, [("action", "cancel")]);

        Assert.Equal("You cancelled", (await browser.OpenAsync(path)).Heading);
        Assert.Equal("access_denied", (await device.PollAsync()).Error);
    }

    [Fact]
    public async Task An_expired_code_says_so_and_later_is_unknown()
    {
        var device = await SiteDevice.BeginAsync(client);
        site.Time.Advance(TimeSpan.FromMinutes(30));
        await Background.PurgeAsync(site);

        Assert.Equal((400, "expired_token"), Read(await device.PollAsync()));
        site.Time.Advance(TimeSpan.FromMinutes(11));
        await Background.PurgeAsync(site);
        Assert.Equal("invalid_grant", (await device.PollAsync()).Error);
    }

    [Fact]
    public async Task What_was_granted_expires_too()
    {
        var device = await SiteDevice.BeginAsync(client);
        await device.ApproveAsync(browser);
        site.Time.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal("expired_token", (await device.PollAsync()).Error);
    }

    [Fact]
    public async Task The_code_of_a_device_is_no_authorization_code()
    {
        var device = await SiteDevice.BeginAsync(client);
        await device.ApproveAsync(browser);

        Assert.Equal((400, "invalid_grant"), Read(await client.RedeemAsync(device.DeviceCode)));
        Assert.Equal((400, "invalid_grant"), Read(await client.RedeemAsync(device.DeviceCode, ("redirect_uri", null))));
        var code = await client.SignInAsync();
        Assert.Equal((400, "invalid_grant"), Read(await device.PollAsync(code: code)));
    }

    [Fact]
    public async Task More_devices_than_there_is_room_for_are_asked_to_wait()
    {
        await using var small = await Site.StartAsync(
            new SiteOptions { Gatehouse = options => options.MaximumOpenSignIns = 2 }
        );
        using var flooder = await SiteClient.RegisterAsync(small);
        await SiteDevice.AskAsync(flooder);
        await SiteDevice.AskAsync(flooder);

        var refused = await SiteDevice.AskAsync(flooder);

        Assert.Equal((503, "temporarily_unavailable"), Read(refused));
        Assert.Equal("60", refused.Header("Retry-After"));
        small.Time.Advance(TimeSpan.FromMinutes(30.1));
        Assert.Equal(200, (await SiteDevice.AskAsync(flooder)).Status);
    }

    [Fact]
    public async Task Switched_off_it_is_neither_advertised_nor_there()
    {
        await using var without = await Site.StartAsync(
            new SiteOptions { Gatehouse = options => options.DeviceAuthorization = false, Resource = _ => { } }
        );
        using var some = await SiteClient.RegisterAsync(without);
        using var person = new SiteBrowser(without);
        var metadata = (await person.OpenAsync("/.well-known/oauth-authorization-server")).Body;

        Assert.DoesNotContain("device", metadata, StringComparison.Ordinal);
        Assert.Equal(404, (await SiteDevice.AskAsync(some)).Status);
        Assert.Equal(404, (await person.OpenAsync("/device")).Status);
        Assert.Equal(
            "unsupported_grant_type",
            (
                await some.PostAsync(
                    "/token",
                    [new("grant_type", "urn:ietf:params:oauth:grant-type:device_code"), new("client_id", some.Id)]
                )
            ).Error
        );
    }

    private static (int Status, string? Error) Read(SiteAnswer answer) => (answer.Status, answer.Error);
}
