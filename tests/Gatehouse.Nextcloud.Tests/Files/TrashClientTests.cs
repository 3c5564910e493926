using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Files.Trash;

namespace Gatehouse.Nextcloud.Tests.Files;

public sealed class TrashClientTests : CloudTest
{
    private const string Trash = "/remote.php/dav/trashbin/alice";

    private TrashClient Client => new(Transport);

    [Fact]
    public async Task What_was_deleted_is_listed_newest_first_with_where_it_was()
    {
        Cloud.Play("trashbin", "01-list");

        var items = await Client.ListAsync(Alice, Token);

        Assert.Equal(
            [
                new TrashItem(
                    "moved2.txt.d1795447173",
                    Nextcloud.Files.FilePath.Parse("/Projects/moved2.txt"),
                    DateTimeOffset.FromUnixTimeSeconds(1795447173),
                    "alice",
                    false,
                    10,
                    "text/plain",
                    130
                ),
                new TrashItem(
                    "copy.txt.d1795447169",
                    Nextcloud.Files.FilePath.Parse("/Projects/copy.txt"),
                    DateTimeOffset.FromUnixTimeSeconds(1795447169),
                    "alice",
                    false,
                    10,
                    "text/plain",
                    121
                ),
            ],
            items
        );
        Assert.Equal("1", Cloud.LastRequest.Header("Depth"));
    }

    [Fact]
    public async Task A_thing_is_restored_by_its_name_in_the_trash_bin()
    {
        Cloud.Play("trashbin", "02-restore-201");

        await Client.RestoreAsync(Alice, "moved2.txt.d1795447173", Token);

        Assert.Equal(Trash + "/restore/moved2.txt.d1795447173", Cloud.LastRequest.Header("Destination"));
    }

    [Fact]
    public async Task Restoring_what_is_not_there_any_more_is_not_found()
    {
        Cloud.Play("trashbin", "03-restore-again-404");

        var error = await ErrorOf(() => Client.RestoreAsync(Alice, "moved2.txt.d1795447173", Token));

        Assert.Equal(NextcloudErrorKind.NotFound, error.Kind);
        Assert.Contains("moved2.txt.d1795447173", error.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_thing_and_all_things_are_deleted_for_good()
    {
        Cloud.Play("trashbin", "06-delete-permanently").Play("trashbin", "07-empty-trash");

        await Client.DeleteAsync(Alice, "moved2.txt.d1795447174", Token);
        await Client.EmptyAsync(Alice, Token);

        Assert.Equal([Trash + "/trash/moved2.txt.d1795447174", Trash + "/trash"], Cloud.Requests.Select(r => r.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("..")]
    [InlineData("../restore")]
    [InlineData("a/b")]
    public async Task A_name_that_would_reach_more_than_one_thing_is_never_sent(string name)
    {
        await Assert.ThrowsAsync<FormatException>(() => Client.DeleteAsync(Alice, name, Token));

        Assert.Empty(Cloud.Requests);
    }

    [Fact]
    public async Task Names_are_encoded()
    {
        Cloud.Answer("DELETE", Trash + "/trash/50%25%20%F0%9F%98%80.txt.d17", 204, "text/html", "");

        await Client.DeleteAsync(Alice, "50% 😀.txt.d17", Token);

        Assert.Equal(Trash + "/trash/50%25%20%F0%9F%98%80.txt.d17", Cloud.LastRequest.Path);
    }
}
