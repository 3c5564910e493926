using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tests.Transport;

public sealed class CloudAddressTests
{
    [Theory]
    [InlineData("https://cloud.example.com", "https://cloud.example.com", "")]
    [InlineData(" https://Cloud.Example.com/ ", "https://cloud.example.com", "")]
    [InlineData("https://x.example/nextcloud/", "https://x.example/nextcloud", "/nextcloud")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080", "")]
    [InlineData("https://x.example:443/a/b", "https://x.example/a/b", "/a/b")]
    public void Base_urls_are_read(string text, string value, string path)
    {
        var address = CloudAddress.Parse(text);

        Assert.Equal((value, path), (address.Value, address.Path));
        Assert.Equal(value + "/index.php/f/1", address.Link("/index.php/f/1"));
    }

    [Theory]
    [InlineData("", "missing")]
    [InlineData(null, "missing")]
    [InlineData("cloud.example.com", "not a URL")]
    [InlineData("ftp://cloud.example.com", "https://")]
    [InlineData("https://alice:secret@cloud.example.com", "user name")]
    [InlineData("https://cloud.example.com/?a=b", "query")]
    [InlineData("https://cloud.example.com/#x", "query or fragment")]
    [InlineData("https://cloud.example.com/index.php", "index.php")]
    [InlineData("https://cloud.example.com/a%2fb", "encoded")]
    public void What_is_no_base_url_says_why(string? text, string word)
    {
        Assert.False(CloudAddress.TryParse(text, out _, out var error));
        Assert.Contains(word, error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_internal_address_is_named_as_such()
    {
        Assert.False(CloudAddress.TryParse("https://cloud.example.com", "nextcloud:80", out _, out var error));
        Assert.StartsWith("The internal address of the cloud", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://x.example/nextcloud/login/v2/poll", "/login/v2/poll")]
    [InlineData("https://x.example/login/v2/poll", null)]
    [InlineData("https://x.example/nextcloudy/login/v2/poll", null)]
    [InlineData("http://x.example/nextcloud/login/v2/poll", null)]
    [InlineData("https://x.example:444/nextcloud/login/v2/poll", null)]
    [InlineData("https://x.example@evil.example/nextcloud/login/v2/poll", null)]
    [InlineData("https://u:p@x.example/nextcloud/login/v2/poll", null)]
    [InlineData("https://x.example/nextcloud/../login/v2/poll", null)]
    [InlineData("/nextcloud/login", null)]
    public void Only_urls_below_the_base_are_on_the_cloud(string url, string? path) =>
        Assert.Equal(path, CloudAddress.Parse("https://x.example/nextcloud").PathBelow(url));

    [Fact]
    public void Equal_addresses_are_equal()
    {
        Assert.Equal(CloudAddress.Parse("https://x.example"), CloudAddress.Parse("https://X.example/"));
        Assert.True(CloudAddress.TryParse("https://x.example", "http://10.0.0.1", out var internally, out _));
        Assert.NotEqual(CloudAddress.Parse("https://x.example"), internally);
    }
}
