using Gatehouse.Testing.Sites;

namespace Gatehouse.AspNetCore.Tests.Vault;

public sealed class DeletionTests
{
    [Fact]
    public async Task A_deletion_is_tried_again_with_growing_pauses_until_it_is_done()
    {
        await using var site = await Site.StartAsync();
        await EndConnectionsAsync(site, 1);
        var tries = 0;
        site.SignIn.Delete = () =>
        {
            tries++;
            return false;
        };

        await Background.DeletionsAsync(site);
        await Background.DeletionsAsync(site);
        Assert.Equal(1, tries);
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await Background.DeletionsAsync(site);
        Assert.Equal(2, tries);
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await Background.DeletionsAsync(site);
        Assert.Equal(2, tries);
        site.SignIn.Delete = () => true;
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await Background.DeletionsAsync(site);
        await Background.DeletionsAsync(site);

        Assert.Equal(["credential-1"], site.SignIn.Deleted);
    }

    [Fact]
    public async Task One_that_breaks_does_not_stand_before_the_others()
    {
        await using var site = await Site.StartAsync();
        await EndConnectionsAsync(site, 3);
        var first = true;
        site.SignIn.Delete = () =>
        {
            var breaks = first;
            first = false;
            return breaks ? throw new FormatException("what the vault holds is of another sign-in") : true;
        };

        await Background.DeletionsAsync(site);

        Assert.Equal(2, site.SignIn.Deleted.Count);
    }

    private static async Task EndConnectionsAsync(Site site, int count)
    {
        for (var number = 0; number < count; number++)
        {
            using var client = await SiteClient.RegisterAsync(site, $"Client {number}");
            await client.RevokeAsync((await client.ConnectAsync()).RefreshToken);
        }
    }
}
