using System.Text;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Files.Versions;

namespace Gatehouse.Nextcloud.Tests.Files;

public sealed class VersionsClientTests : CloudTest
{
    private static readonly FileVersionId first = new(113, 1700000000);

    private VersionsClient Versions => new(Transport);

    [Fact]
    public async Task Versions_are_listed_newest_first()
    {
        Cloud.Play("versions", "01-list");

        var versions = await Versions.ListAsync(Alice, 113, Token);

        Assert.True(versions.Count > 3);
        Assert.Equal(versions.OrderByDescending(v => v.Id.Revision), versions);
        Assert.Equal(
            new FileVersion(
                first,
                new DateTimeOffset(2023, 11, 14, 22, 13, 20, TimeSpan.Zero),
                16,
                "text/plain",
                Label: null,
                "alice"
            ),
            versions[^1]
        );
    }

    [Fact]
    public async Task A_file_without_versions_is_not_found()
    {
        Cloud.Play("versions", "06-list-404");

        Assert.Equal(NextcloudErrorKind.NotFound, (await ErrorOf(() => Versions.ListAsync(Alice, 999999, Token))).Kind);
    }

    [Fact]
    public async Task A_version_is_read()
    {
        Cloud.Play("versions", "02-get-version");

        var content = await Versions.ReadAsync(Alice, first, new FileRange(6, 9), Token);
        await using var download = await Versions.DownloadAsync(Alice, first, Token);

        Assert.Equal("Nextcloud", Encoding.UTF8.GetString(content.Bytes.Span));
        Assert.Equal("1700000000", content.ETag.ToString());
        Assert.Equal("text/plain", download.ContentType);
    }

    [Fact]
    public async Task A_version_is_restored_only_over_the_file_that_was_read()
    {
        Cloud.Play("versions", "04-restore-version");

        await Versions.RestoreAsync(
            Alice,
            new FileVersionId(113, 1795447163),
            FilePath.Parse("/Projects/hello world.txt"),
            ETag.Parse("03c9"),
            Token
        );

        Assert.Equal("/remote.php/dav/versions/alice/restore/target", Cloud.LastRequest.Header("Destination"));
        Assert.Equal(
            "</remote.php/dav/files/alice/Projects/hello%20world.txt> ([\"03c9\"])",
            Cloud.LastRequest.Header("If")
        );
    }

    [Fact]
    public async Task A_version_gets_a_name()
    {
        Cloud.Play("versions", "03-label-version");

        await Versions.LabelAsync(Alice, first, "<milestone> & more", Token);

        Assert.Contains("&lt;milestone&gt; &amp; more", Cloud.LastRequest.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_207_that_set_nothing_is_no_success()
    {
        const string refused =
            "<d:multistatus xmlns:d=\"DAV:\" xmlns:nc=\"http://nextcloud.org/ns\"><d:response><d:href>/x</d:href><d:propstat><d:prop>"
            + "<nc:version-label/></d:prop><d:status>HTTP/1.1 403 Forbidden</d:status></d:propstat></d:response></d:multistatus>";
        Cloud.Answer(
            "PROPPATCH",
            "/remote.php/dav/versions/alice/versions/113/1700000000",
            207,
            "application/xml",
            refused
        );

        var error = await ErrorOf(() => Versions.LabelAsync(Alice, first, "x", Token));

        Assert.Equal(NextcloudErrorKind.Refused, error.Kind);
        Assert.Contains("version-label", error.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("113/1700000000", true)]
    [InlineData("113", false)]
    [InlineData("113/../1", false)]
    [InlineData("113/-1", false)]
    [InlineData(null, false)]
    public void An_id_is_two_numbers(string? text, bool isGood)
    {
        Assert.Equal(isGood, FileVersionId.TryParse(text, out var id));
        if (isGood)
            Assert.Equal(text, id.ToString());
    }
}
