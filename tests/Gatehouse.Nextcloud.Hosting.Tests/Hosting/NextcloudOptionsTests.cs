using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Nextcloud.Hosting.Tests.Hosting;

public sealed class NextcloudOptionsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("cloud.example.com")]
    [InlineData("ftp://cloud.example.com")]
    [InlineData("https://cloud.example.com?x=1")]
    [InlineData("https://alice:secret@cloud.example.com")]
    public void An_address_that_is_none_is_named_with_its_key(string? cloud)
    {
        var problem = Assert.Single(NextcloudHostingExtensions.Problems(new NextcloudOptions { Cloud = cloud }));

        Assert.StartsWith("Cloud: ", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_is_reported_at_once()
    {
        var options = new NextcloudOptions
        {
            Cloud = "https://cloud.example.com",
            CloudInternalUrl = "nonsense",
            CloudCa = "/there/is/no/such/file.pem",
        };

        Assert.Collection(
            NextcloudHostingExtensions.Problems(options),
            problem => Assert.StartsWith("CloudInternalUrl: ", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("CloudCa: ", problem, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("https://cloud.example.com")]
    [InlineData("https://example.com/nextcloud")]
    [InlineData("http://127.0.0.1:8080")]
    public void Right_addresses_are_no_problem(string cloud) =>
        Assert.Empty(NextcloudHostingExtensions.Problems(new NextcloudOptions { Cloud = cloud }));
}
