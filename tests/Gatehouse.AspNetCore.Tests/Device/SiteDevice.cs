using Gatehouse.Testing.Sites;

namespace Gatehouse.AspNetCore.Tests.Device;

/// <summary>A device without a browser: asks for a code, shows it, polls.</summary>
internal sealed class SiteDevice(SiteClient client, SiteAnswer begun)
{
    public SiteAnswer Begun => begun;

    public string UserCode => (string)begun.Json["user_code"]!;

    public string DeviceCode => (string)begun.Json["device_code"]!;

    public static async Task<SiteDevice> BeginAsync(SiteClient client, string? scope = null) =>
        new(client, await AskAsync(client, scope));

    public static Task<SiteAnswer> AskAsync(SiteClient client, string? scope = null, string? resource = null)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["client_id"] = client.Id };
        if (client.Secret is { } secret)
        {
            form["client_secret"] = secret;
        }

        if (scope is not null)
        {
            form["scope"] = scope;
        }

        if (resource is not null)
        {
            form["resource"] = resource;
        }

        return client.PostAsync("/device_authorization", form);
    }

    public Task<SiteAnswer> PollAsync(SiteClient? other = null, string? code = null) =>
        client.PostAsync(
            "/token",
            [
                new("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
                new("device_code", code ?? DeviceCode),
                new("client_id", (other ?? client).Id),
            ]
        );

    /// <summary>The page on which the person decides.</summary>
    public async Task<SiteAnswer> TypeAsync(SiteBrowser browser, string? code = null)
    {
        await browser.OpenAsync("/device");
        return await browser.PostAsync("/device", [("user_code", code ?? UserCode)]);
    }

    public static Task<SiteAnswer> DecideAsync(SiteBrowser browser, SiteAnswer page, string action) =>
        browser.PostAsync("/device", [.. SiteBrowser.Fields(page), ("action", action)]);

    /// <summary>The whole way of the person.</summary>
    public async Task<SiteAnswer> ApproveAsync(SiteBrowser browser)
    {
        var step = await DecideAsync(browser, await TypeAsync(browser), "approve");
        return await browser.OpenAsync(step.Location);
    }
}
