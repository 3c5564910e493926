using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Files.Tags;

namespace Gatehouse.Nextcloud.Tests.Files;

public sealed class TagsClientTests : CloudTest
{
    private TagsClient Tags => new(Transport);

    [Fact]
    public async Task Tags_are_listed()
    {
        Cloud.Play("systemtags", "03-list");

        Assert.Equal([new SystemTag(1, "important", true)], await Tags.ListAsync(Alice, Token));
    }

    [Fact]
    public async Task A_tag_is_made_once()
    {
        Cloud.Play("systemtags", "01-create").Play("systemtags", "02-create-duplicate-409");

        Assert.Equal(new SystemTag(1, "important", true), await Tags.CreateAsync(Alice, "important", Token));
        Assert.Equal(
            NextcloudErrorKind.Conflict,
            (await ErrorOf(() => Tags.CreateAsync(Alice, "important", Token))).Kind
        );
    }

    [Fact]
    public async Task A_tag_that_is_there_already_and_one_that_is_gone_are_no_errors()
    {
        const string relation = "/remote.php/dav/systemtags-relations/files/113/1";
        Cloud
            .Play("systemtags", "04-assign")
            .Play("systemtags", "05-assign-again-409")
            .Play("systemtags", "09-unassign")
            .Answer("DELETE", relation, 404, "application/xml", "<d:error xmlns:d=\"DAV:\"/>");

        await Tags.AssignAsync(Alice, 113, 1, Token);
        await Tags.AssignAsync(Alice, 113, 1, Token);
        await Tags.UnassignAsync(Alice, 113, 1, Token);
        await Tags.UnassignAsync(Alice, 113, 1, Token);

        Assert.Equal(4, Cloud.Requests.Length);
    }

    [Fact]
    public async Task A_tag_nobody_knows_cannot_be_put_on_a_file()
    {
        Cloud.Answer(
            "PUT",
            "/remote.php/dav/systemtags-relations/files/113/9",
            412,
            "application/xml",
            "<d:error xmlns:d=\"DAV:\"/>"
        );

        Assert.Equal(NextcloudErrorKind.Conflict, (await ErrorOf(() => Tags.AssignAsync(Alice, 113, 9, Token))).Kind);
    }

    [Fact]
    public async Task Files_are_found_by_tags()
    {
        Cloud.Play("systemtags", "07-files-by-tag-report");

        var file = Assert.Single(await Tags.FindAsync(Alice, [1], Token));

        Assert.Equal(("/Projects/hello.txt", 113L), (file.Path.Value, file.FileId));
        Assert.Contains("<oc:systemtag>1</oc:systemtag>", Cloud.LastRequest.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Searching_by_a_tag_that_is_gone_is_an_error_and_no_empty_list()
    {
        Cloud.Play("systemtags", "08-files-by-unknown-tag");

        var error = await ErrorOf(() => Tags.FindAsync(Alice, [9999], Token));

        Assert.Equal(412, error.Status);
        Assert.Equal(NextcloudErrorKind.Conflict, error.Kind);
    }
}
