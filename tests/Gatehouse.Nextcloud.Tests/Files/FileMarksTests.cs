using Gatehouse.Nextcloud.Files;

namespace Gatehouse.Nextcloud.Tests.Files;

public sealed class FileMarksTests : CloudTest
{
    private static readonly FilePath hello = FilePath.Parse("/Projects/hello.txt");

    private FilesClient Files => new(Transport);

    [Fact]
    public async Task A_file_becomes_a_favourite_and_none()
    {
        Cloud.Play("webdav", "38-proppatch-favorite");

        await Files.SetFavoriteAsync(Alice, hello, isFavorite: true, Token);
        Assert.Contains("<oc:favorite>1</oc:favorite>", Cloud.LastRequest.BodyText, StringComparison.Ordinal);
        await Files.SetFavoriteAsync(Alice, hello, isFavorite: false, Token);
        Assert.Contains("<oc:favorite>0</oc:favorite>", Cloud.LastRequest.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Favourites_are_searched_at_the_cloud()
    {
        Cloud.Play("webdav", "42-search-like-name");

        await Files.SearchAsync(Alice, new FileSearch { OnlyFavorites = true }, Token);

        Assert.Contains(
            "<d:eq><d:prop><oc:favorite /></d:prop><d:literal>1</d:literal></d:eq>",
            Cloud.LastRequest.BodyText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Stars_tags_and_locks_are_read_with_a_listing()
    {
        const string list =
            "<d:multistatus xmlns:d=\"DAV:\" xmlns:oc=\"http://owncloud.org/ns\" xmlns:nc=\"http://nextcloud.org/ns\"><d:response>"
            + "<d:href>/remote.php/dav/files/alice/a.txt</d:href><d:propstat><d:prop><d:resourcetype/><oc:favorite>1</oc:favorite>"
            + "<nc:system-tags><nc:system-tag oc:id=\"1\" oc:can-assign=\"true\">private</nc:system-tag><nc:system-tag oc:id=\"2\">R&amp;D</nc:system-tag>"
            + "</nc:system-tags><nc:lock>1</nc:lock><nc:lock-owner-displayname>Bob Example</nc:lock-owner-displayname></d:prop>"
            + "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>";
        Cloud.Answer("PROPFIND", "/remote.php/dav/files/alice/a.txt", 207, "application/xml", list);

        var entry = await Files.StatAsync(Alice, FilePath.Parse("/a.txt"), Token);

        Assert.True(entry.IsFavorite);
        Assert.Equal(["private", "R&D"], entry.Tags);
        Assert.Equal("Bob Example", entry.LockedBy);
    }
}
