using Gatehouse.Testing.Sites;

namespace Gatehouse.Attacks.Tests;

/// <summary>ContextForge accepted a token of one environment in another that shared its signing key.</summary>
public sealed class Ghsa_vgf8_3685_66j9
{
    [Theory]
    [InlineData("https://staging.example.com", "/mcp")]
    [InlineData("https://mcp.example.com", "/other")]
    public async Task A_token_is_good_where_it_was_issued_and_nowhere_else(string publicUrl, string path)
    {
        var folder = Directory.CreateTempSubdirectory("gatehouse-environments-");
        try
        {
            var database = Path.Combine(folder.FullName, "gatehouse.db");
            await using var production = await Site.StartAsync(new SiteOptions { Database = database });
            await using var other = await Site.StartAsync(
                new SiteOptions
                {
                    Database = database,
                    PublicUrl = publicUrl,
                    Gatehouse = options => options.ResourcePath = path,
                }
            );
            using var client = await SiteClient.RegisterAsync(production);
            using var elsewhere = new SiteBrowser(other);
            var token = (await client.ConnectAsync()).AccessToken;

            var answer = await elsewhere.OpenAsync(path, ("Authorization", $"Bearer {token}"));

            Assert.Equal((401, "invalid_token"), (answer.Status, answer.Error));
            Assert.Equal(200, (await client.CallAsync(token)).Status);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
