using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Files;

namespace Gatehouse.Nextcloud.Tests.Files;

public sealed class FileEntryReaderTests
{
    [Theory]
    [InlineData("/remote.php/dav/files/al%20ice/", "/")]
    [InlineData("/remote.php/dav/files/al%20ice", "/")]
    [InlineData("/remote.php/dav/files/al ice/a.txt", "/a.txt")]
    [InlineData("/nextcloud/remote.php/dav/files/al%20ice/a%20b/%C3%BC%23.md", "/a b/ü#.md")]
    [InlineData("/remote.php/dav/files/al%20ice/Sub%20folder/", "/Sub folder")]
    [InlineData("/remote.php/dav/files/al%20ice/100%25", "/100%")]
    [InlineData("/remote.php/dav/files/al%20ice/%252e%252e", "/%2e%2e")]
    // No name in Nextcloud holds a slash: an escaped one is one that something on the way has escaped.
    [InlineData("/remote.php/dav/files/al%20ice/a%2Fb.txt", "/a/b.txt")]
    public void A_path_is_read_from_its_href(string href, string path) => Assert.Equal(path, PathOf(href));

    [Theory]
    [InlineData("/remote.php/dav/files/bob/a.txt")]
    [InlineData("/remote.php/dav/files/al%20ices/a.txt")]
    [InlineData("/remote.php/dav/files/al%2520ice/a.txt")]
    [InlineData("/remote.php/dav/files/al%20ice%2Fa.txt")]
    [InlineData("/remote.php/dav/files/al%20ice/a/../b.txt")]
    [InlineData("/remote.php/dav/files/al%20ice/%2E%2E/b.txt")]
    [InlineData("/remote.php/dav/files/al%20ice/a%00b")]
    [InlineData("/remote.php/dav/calendars/al%20ice/a.txt")]
    [InlineData("")]
    public void What_is_none_of_the_persons_files_is_passed_over(string href) => Assert.Null(PathOf(href));

    private static string? PathOf(string href) =>
        FileEntryReader
            .Read(DavPrincipal.Parse("/remote.php/dav/principals/users/al%20ice/"), new DavResponse(href, []))
            ?.Path.Value;
}
