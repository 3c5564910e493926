using Gatehouse.AspNetCore.Registration;
using Gatehouse.Testing.Sites;

namespace Gatehouse.AspNetCore.Tests.Hosting;

public sealed class ConfiguredClientTests
{
    [Fact]
    public async Task A_configured_client_signs_in_where_registration_is_switched_off()
    {
        await using var site = await Site.StartAsync(
            new SiteOptions
            {
                Gatehouse = options =>
                {
                    options.DynamicRegistration = false;
                    options.Clients.Add(
                        new ConfiguredClient
                        {
                            Id = "office",
                            Name = "The office",
                            Secret = "a secret of the office",
                            RedirectUris = { SiteClient.Redirect },
                        }
                    );
                },
            }
        );
        using var client = SiteClient.Of(site, "office", "a secret of the office");
        using var thief = SiteClient.Of(site, "office", "guessed");
        var code = await client.SignInAsync();

        Assert.Equal("invalid_client", (await thief.RedeemAsync(code)).Error);
        Assert.Equal(200, (await client.RedeemAsync(code)).Status);
    }

    [Fact]
    public async Task A_registered_client_is_unknown_once_registration_is_switched_off()
    {
        var folder = Directory.CreateTempSubdirectory("gatehouse-clients-");
        try
        {
            var database = Path.Combine(folder.FullName, "gatehouse.db");
            string id;
            string refreshToken;
            await using (var open = await Site.StartAsync(new SiteOptions { Database = database }))
            {
                using var client = await SiteClient.RegisterAsync(open);
                (id, refreshToken) = (client.Id, (await client.ConnectAsync()).RefreshToken);
            }

            await using var closed = await Site.StartAsync(
                new SiteOptions { Database = database, Gatehouse = options => options.DynamicRegistration = false }
            );
            using var same = SiteClient.Of(closed, id);
            using var browser = new SiteBrowser(closed);

            Assert.Equal("client-unknown", (await browser.OpenAsync(same.AuthorizeUrl())).Problem);
            Assert.Equal("invalid_client", (await same.RefreshAsync(refreshToken)).Error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_configured_client_is_gone_once_it_is_taken_out_of_the_configuration()
    {
        var folder = Directory.CreateTempSubdirectory("gatehouse-clients-");
        try
        {
            var database = Path.Combine(folder.FullName, "gatehouse.db");
            string refreshToken;
            await using (
                var before = await Site.StartAsync(
                    new SiteOptions { Database = database, Gatehouse = options => options.Clients.Add(Office()) }
                )
            )
            {
                using var client = SiteClient.Of(before, "office");
                refreshToken = (await client.ConnectAsync()).RefreshToken;
            }

            await using var after = await Site.StartAsync(new SiteOptions { Database = database });
            using var same = SiteClient.Of(after, "office");

            Assert.Equal("invalid_client", (await same.RefreshAsync(refreshToken)).Error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ConfiguredClient Office() =>
        new()
        {
            Id = "office",
            Name = "The office",
            RedirectUris = { SiteClient.Redirect },
        };
}
