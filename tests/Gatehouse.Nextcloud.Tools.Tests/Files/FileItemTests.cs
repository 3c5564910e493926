using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Tools.Files;
using Gatehouse.Nextcloud.Tools.Times;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Tests.Files;

public sealed class FileItemTests
{
    [Theory]
    [InlineData("RGDNVW", null)]
    [InlineData("RGDNVCK", null)]
    [InlineData("SRG", false)]
    [InlineData("", null)]
    public void It_is_told_only_of_what_a_person_may_not_change(string permissions, bool? writable) =>
        Assert.Equal(writable, Of(isFolder: false, permissions).Writable);

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, null)]
    public void It_is_told_only_of_folders_that_they_are_some(bool isFolder, bool? told) =>
        Assert.Equal(told, Of(isFolder, "RGDNVW").IsFolder);

    private static FileItem Of(bool isFolder, string permissions) =>
        FileItem.Of(
            CloudAddress.Parse("https://cloud.example.com"),
            new PersonZone(TimeZoneInfo.Utc),
            new FileEntry(FilePath.Parse("/a"), isFolder, 1, null, null, null, 1, permissions)
        );
}
