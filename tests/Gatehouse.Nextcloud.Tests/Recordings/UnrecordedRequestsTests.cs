using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests.Recordings;

public sealed class UnrecordedRequestsTests
{
    [Fact]
    public void Every_exception_has_a_reason_and_is_needed() =>
        Assert.All(
            RecordedTemplates.Exceptions,
            entry =>
            {
                Assert.True(entry.Value.Length > 20, $"{entry.Key} has no reason");
                Assert.False(
                    RecordedTemplates.IsRecorded(entry.Key),
                    $"{entry.Key} was recorded and needs no exception"
                );
            }
        );

    [Theory]
    [InlineData(
        "GET",
        "/index.php/apps/notes/api/v1/notes/188?exclude=content",
        "/index.php/apps/notes/api/v1/notes/{id}"
    )]
    [InlineData("PUT", "/remote.php/dav/files/bob/a/b%20c.txt", "/remote.php/dav/files/{user}/{path}")]
    [InlineData("PROPFIND", "/remote.php/dav/files/bob/", "/remote.php/dav/files/{user}/")]
    [InlineData(
        "DELETE",
        "/ocs/v2.php/apps/spreed/api/v1/chat/gxyz1234/9",
        "/ocs/v2.php/apps/spreed/api/v1/chat/{token}/{id}"
    )]
    [InlineData("GET", "/ocs/v2.php/cloud/groups/family/users", "/ocs/v2.php/cloud/groups/{group}/users")]
    [InlineData("GET", "/ocs/v2.php/search/providers", "/ocs/v2.php/search/providers")]
    [InlineData("PROPFIND", "/remote.php/dav/trashbin/bob/trash/", "/remote.php/dav/trashbin/{user}/trash/")]
    [InlineData(
        "DELETE",
        "/remote.php/dav/trashbin/bob/trash/a.txt.d17",
        "/remote.php/dav/trashbin/{user}/trash/{name}"
    )]
    [InlineData(
        "GET",
        "/remote.php/dav/versions/bob/versions/7/17",
        "/remote.php/dav/versions/{user}/versions/{id}/{id}"
    )]
    [InlineData("MOVE", "/remote.php/dav/uploads/bob/u/.file", "/remote.php/dav/uploads/{user}/{upload}/.file")]
    public void A_template_leaves_out_what_differs_from_call_to_call(string method, string path, string template)
    {
        var made = RequestTemplate.Of(method, path);

        Assert.Equal(template, made.Path);
        Assert.True(RecordedTemplates.IsRecorded(made));
    }

    [Fact]
    public void What_nobody_recorded_is_noticed()
    {
        Assert.False(
            RecordedTemplates.IsKnown(RequestTemplate.Of("GET", "/index.php/apps/bookmarks/public/rest/v2/bookmark"))
        );
    }

    [Fact]
    public async Task A_request_that_was_never_recorded_fails_the_test_that_sent_it()
    {
        var cloud = await RecordedCloud.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        cloud.Answer("GET", "/index.php/apps/bookmarks", 200, "text/plain", "");
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("OCS-APIRequest", "true");
        await http.GetAsync(
            new Uri(cloud.Address + "/index.php/apps/bookmarks"),
            TestContext.Current.CancellationToken
        );

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(async () => await cloud.DisposeAsync());

        Assert.Contains("never recorded: GET /index.php/apps/bookmarks", exception.Message, StringComparison.Ordinal);
    }
}
