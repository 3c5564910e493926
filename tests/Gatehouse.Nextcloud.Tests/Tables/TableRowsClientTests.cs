using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Tables;

namespace Gatehouse.Nextcloud.Tests.Tables;

public sealed class TableRowsClientTests : CloudTest
{
    private const string V1 = "/index.php/apps/tables/api/1";

    private TableRowsClient Rows => new(Transport);

    [Fact]
    public async Task Rows_are_read_and_named_by_their_columns()
    {
        Cloud.Play("tables", "11-v1-columns").Play("tables", "18-v1-rows");

        var columns = await new TableColumnsClient(Transport).ListAsync(Alice, 2, Token);
        var rows = await Rows.ListAsync(Alice, 2, 10, 0, Token);

        Assert.Equal([12L, 13L], rows.Select(r => r.Id));
        Assert.Equal(("alice", "2026-11-23 15:20:01"), (rows[0].LastEditBy, rows[0].LastEditAt));
        SentJson.AssertSame(
            """{"Name":"Apples","Amount":2.5,"State":"old","When":"2026-12-01"}""",
            TableValues.FromCloud(columns, rows[0]).ToJsonString()
        );
    }

    [Fact]
    public async Task A_row_of_names_is_written_as_recorded()
    {
        Cloud.Play("tables", "11-v1-columns").Play("tables", "13-v1-row-create");
        var columns = await new TableColumnsClient(Transport).ListAsync(Alice, 2, Token);
        var values = TableValues.ToCloud(
            columns,
            Values("""{"Name":"Apples","Amount":2.5,"state":"OLD","When":"2026-12-01"}"""),
            isNewRow: true,
            out var errors
        );

        var row = await Rows.CreateAsync(Alice, 2, values, Token);

        Assert.Empty(errors);
        Assert.Equal(12, row.Id);
        SentJson.AssertAsRecorded("tables", "13-v1-row-create", Cloud.LastRequest);
    }

    [Fact]
    public async Task A_change_writes_only_what_changes()
    {
        Cloud.Play("tables", "20-v1-row-get").Play("tables", "21-v1-row-update");
        var read = await Rows.GetAsync(Alice, 12, Token);

        var now = await Rows.GetUnchangedAsync(Alice, 12, read.ETag, "Changing", Token);
        var written = await Rows.UpdateAsync(Alice, 12, new JsonObject { ["11"] = "Green apples" }, Token);

        Assert.Equal(read.ETag, now.ETag);
        Assert.NotEqual(read.ETag, written.ETag);
        SentJson.AssertAsRecorded("tables", "21-v1-row-update", Cloud.LastRequest);
    }

    [Fact]
    public async Task A_row_that_changed_is_a_conflict_that_says_what_is_there()
    {
        Cloud.Play("tables", "20-v1-row-get");

        var error = await ErrorOf(() => Rows.GetUnchangedAsync(Alice, 12, ETag.Parse("stale"), "Changing", Token));

        Assert.Equal(NextcloudErrorKind.Conflict, error.Kind);
        Assert.Contains("\"Apples\"", error.Cause, StringComparison.Ordinal);
        Assert.Equal((await Rows.GetAsync(Alice, 12, Token)).ETag, error.CurrentETag);
    }

    [Fact]
    public async Task A_row_that_is_not_there_is_not_found()
    {
        Cloud.Play("tables", "22-v1-row-404");

        Assert.Equal(NextcloudErrorKind.NotFound, (await ErrorOf(() => Rows.GetAsync(Alice, 99999, Token))).Kind);
    }

    [Fact]
    public async Task The_rows_of_a_view_are_filtered_by_the_cloud()
    {
        Cloud.Play("tables", "27-v1-view-rows", V1 + "/views/2/rows?limit=50&offset=0");

        Assert.Equal(12, Assert.Single(await Rows.ListOfViewAsync(Alice, 2, 50, 0, Token)).Id);
    }

    [Fact]
    public async Task A_row_is_deleted()
    {
        Cloud.Play("tables", "49-v1-row-delete");

        await Rows.DeleteAsync(Alice, 12, Token);

        Assert.Equal("DELETE", Cloud.LastRequest.Method);
    }

    [Theory]
    [InlineData("15-v1-row-create-missing-mandatory", NextcloudErrorKind.Refused, "Mandatory column")]
    [InlineData("16-v1-row-create-unknown-column", NextcloudErrorKind.CloudFailed, "Column with id 9999 is not part")]
    public async Task What_the_app_does_not_take_comes_with_its_words(
        string name,
        NextcloudErrorKind kind,
        string words
    )
    {
        Cloud.Play("tables", name);

        var error = await ErrorOf(() => Rows.CreateAsync(Alice, 2, new JsonObject { ["12"] = 1 }, Token));

        Assert.Equal(kind, error.Kind);
        Assert.Contains(words, error.Cause, StringComparison.Ordinal);
    }

    private static Dictionary<string, JsonElement> Values(string json) =>
        JsonElement.Parse(json).EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
}
