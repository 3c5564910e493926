using Gatehouse.Nextcloud.Sharing;

namespace Gatehouse.Nextcloud.Tests.Sharing;

public sealed class ShareesClientTests : CloudTest
{
    private const string Api = "/ocs/v2.php/apps/files_sharing/api/v1/sharees";

    private ShareesClient Sharees => new(Transport);

    [Fact]
    public async Task People_are_found_at_the_cloud()
    {
        Cloud.Play("shares", "20-sharees-search");

        Assert.Equal(
            [new Sharee(new ShareTarget(ShareKind.User, "bob"), "Bob Example", "bob@example.test")],
            await Sharees.SearchAsync(Alice, "bo", 10, Token)
        );
    }

    [Fact]
    public async Task Those_of_exactly_this_name_come_first_and_nobody_twice()
    {
        const string answer = """
            {"ocs":{"meta":{},"data":{"exact":{"users":[],"groups":[{"label":"team","value":{"shareType":1,"shareWith":"team"}}]},
            "groups":[{"label":"team","value":{"shareType":1,"shareWith":"team"}},{"label":"team b","value":{"shareType":1,"shareWith":"team b"}}],
            "emails":[{"label":"x","value":{"shareType":3,"shareWith":"a@example.com"}}],"lookupEnabled":false}}}
            """;
        Cloud.Answer("GET", Api + "?search=te%20%26m&itemType=file&perPage=5", 200, "application/json", answer);

        var found = await Sharees.SearchAsync(Alice, "te &m", 5, Token);

        Assert.Equal(["team", "team b"], found.Select(s => s.Target.Id));
    }
}
