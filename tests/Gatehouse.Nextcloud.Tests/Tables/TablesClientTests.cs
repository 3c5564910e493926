using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Tables;

namespace Gatehouse.Nextcloud.Tests.Tables;

public sealed class TablesClientTests : CloudTest
{
    private const string V1 = "/index.php/apps/tables/api/1";

    private TablesClient Tables => new(Transport);

    private TableColumnsClient Columns => new(Transport);

    private TableViewsClient Views => new(Transport);

    [Fact]
    public async Task Tables_come_with_their_views()
    {
        Cloud.Play("tables", "34-v2-tables");

        var tables = await Tables.ListAsync(Alice, Token);

        var welcome = tables.Single(t => t.Id == 1);
        Assert.Equal(
            ("Welcome to Nextcloud Tables!", "🚀", 7, 4),
            (welcome.Title, welcome.Emoji, welcome.RowCount, welcome.ColumnCount)
        );
        var view = Assert.Single(welcome.Views);
        Assert.Equal([1, 2, 3, 4], view.ColumnIds);
        Assert.Equal(
            [
                [new ViewCondition(4, "is-equal", "@unchecked")],
            ],
            view.Filter
        );
    }

    [Fact]
    public async Task A_table_is_created_renamed_and_deleted()
    {
        Cloud.Play("tables", "37-v2-create").Play("tables", "44-v2-update").Play("tables", "46-v2-delete");

        var created = await Tables.CreateAsync(Alice, "V2 table", "🧪", description: null, Token);
        SentJson.AssertAsRecorded("tables", "37-v2-create", Cloud.LastRequest);
        var renamed = await Tables.UpdateAsync(Alice, created.Id, "Renamed", null, null, null, Token);
        SentJson.AssertAsRecorded("tables", "44-v2-update", Cloud.LastRequest);
        await Tables.DeleteAsync(Alice, created.Id, Token);

        Assert.Equal((4L, "Renamed", "🧪"), (renamed.Id, renamed.Title, renamed.Emoji));
    }

    [Fact]
    public async Task A_scheme_tells_the_columns_by_kind()
    {
        Cloud.Play("tables", "12-v1-scheme");

        var scheme = await Tables.GetSchemeAsync(Alice, 2, Token);

        Assert.Equal("Inventory", scheme.Title);
        Assert.Equal(
            [
                ("Name", ColumnKind.Line),
                ("Amount", ColumnKind.Number),
                ("State", ColumnKind.Selection),
                ("When", ColumnKind.Date),
            ],
            scheme.Columns.Select(c => (c.Title, c.Kind))
        );
        Assert.True(scheme.Columns[0].IsMandatory);
        Assert.Equal(50, scheme.Columns[0].MaxLength);
        Assert.Equal("kg", scheme.Columns[1].Suffix);
        Assert.True(scheme.Columns[1].HasDefault);
        Assert.Equal([new ColumnOption(0, "new"), new ColumnOption(1, "old")], scheme.Columns[2].Options);
    }

    [Theory]
    [InlineData("05-v1-404", 404, NextcloudErrorKind.NotFound)]
    [InlineData("32-v1-bob-create-row-denied", 403, NextcloudErrorKind.Forbidden)]
    public async Task An_empty_page_of_an_app_that_is_there_is_about_the_thing(
        string name,
        int status,
        NextcloudErrorKind kind
    )
    {
        Cloud.Play("tables", "05-v1-404", V1 + "/tables/9999/columns");
        Cloud.Play("tables", "32-v1-bob-create-row-denied", V1 + "/tables/2/columns");

        var error = await ErrorOf(() =>
            name.StartsWith("05", StringComparison.Ordinal)
                ? Columns.ListAsync(Alice, 9999, Token)
                : Columns.CreateAsync(Bob, 2, new ColumnDraft("x", ColumnKind.Line), Token)
        );

        Assert.Equal((kind, status), (error.Kind, error.Status));
    }

    [Fact]
    public async Task Columns_are_created_as_recorded()
    {
        Cloud.Play("tables", "09-v1-column-selection").Play("tables", "10-v1-column-datetime");

        var selection = await Columns.CreateAsync(
            Alice,
            2,
            new ColumnDraft("State", ColumnKind.Selection, Options: ["new", "old"]),
            Token
        );
        SentJson.AssertSame(
            """{"title":"State","type":"selection","subtype":"","mandatory":false,"selectionOptions":"[{\"id\":0,\"label\":\"new\"},{\"id\":1,\"label\":\"old\"}]"}""",
            Cloud.LastRequest.BodyText
        );
        await Columns.CreateAsync(Alice, 2, new ColumnDraft("When", ColumnKind.Date), Token);
        SentJson.AssertAsRecorded("tables", "10-v1-column-datetime", Cloud.LastRequest);

        Assert.Equal((13L, ColumnKind.Selection), (selection.Id, selection.Kind));
    }

    [Fact]
    public async Task A_change_of_a_column_sends_back_what_the_app_would_erase()
    {
        Cloud
            .Play("tables", "11-v1-columns")
            .Play("tables", "23-v1-column-update")
            .Play("tables", "50-v1-column-delete");
        var columns = await Columns.ListAsync(Alice, 2, Token);

        await Columns.UpdateAsync(Alice, columns[1], new ColumnChange("Weight"), Token);

        SentJson.AssertSame(
            """{"title":"Weight","subtype":"","mandatory":false,"description":"","numberDefault":1,"numberDecimals":2,"numberPrefix":"","numberSuffix":"kg","textUnique":false,"selectionDefault":"","datetimeDefault":"","usergroupMultipleItems":false,"usergroupSelectUsers":false,"usergroupSelectGroups":false,"usergroupSelectTeams":false,"showUserStatus":false}""",
            Cloud.LastRequest.BodyText
        );
        await Columns.DeleteAsync(Alice, columns[3], Token);
        Assert.Equal("DELETE", Cloud.LastRequest.Method);
    }

    [Fact]
    public async Task Options_that_stay_keep_their_ids()
    {
        Cloud.Play("tables", "11-v1-columns").Play("tables", "23-v1-column-update", V1 + "/columns/13");
        var columns = await Columns.ListAsync(Alice, 2, Token);

        await Columns.UpdateAsync(Alice, columns[2], new ColumnChange(Options: ["old", "broken"]), Token);

        Assert.Contains(
            """[{\u0022id\u0022:1,\u0022label\u0022:\u0022old\u0022},{\u0022id\u0022:2,\u0022label\u0022:\u0022broken\u0022}]""",
            Cloud.LastRequest.BodyText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_view_is_created_with_columns_and_a_filter_in_the_form_the_app_takes()
    {
        Cloud
            .Play("tables", "24-v1-view-create")
            .Play("tables", "26-v1-view-update-filter")
            .Play("tables", "28-v1-view-get");

        var view = await Views.CreateAsync(
            Alice,
            2,
            "Only new",
            new ViewChange(Emoji: "🆕", ColumnIds: [11, 12], Filter: [new ViewCondition(11, "contains", "apple")]),
            Token
        );
        SentJson.AssertAsRecorded("tables", "24-v1-view-create", Cloud.Requests[0]);
        SentJson.AssertAsRecorded("tables", "26-v1-view-update-filter", Cloud.Requests[1]);
        var read = await Views.GetAsync(Alice, view.Id, Token);

        Assert.Equal((2L, "Only new", 1), (read.Id, read.Title, read.RowCount));
        Assert.Equal([11, 12], read.ColumnIds);
    }

    [Fact]
    public async Task A_view_is_deleted()
    {
        Cloud.Answer("DELETE", V1 + "/views/2", 200, "application/json", "{\"id\":2}");

        await Views.DeleteAsync(Alice, 2, Token);

        Assert.Equal("DELETE", Cloud.LastRequest.Method);
    }
}
