using Gatehouse.Nextcloud.Tools.Tests.Hosting;

namespace Gatehouse.Nextcloud.Tools.Tests.Tables;

public sealed class TablesToolsTests : ToolTest
{
    private const string V1 = "/index.php/apps/tables/api/1";

    [Fact]
    public async Task Tables_are_listed_and_read_by_the_words_of_people()
    {
        Cloud.Play("tables", "34-v2-tables").Play("tables", "12-v1-scheme");
        await using var alice = await AliceAsync("tables.read");

        var list = await CallAsync(alice, "list_tables", new { });
        var table = await CallAsync(alice, "read_table", new { table = 2 });

        Assert.Equal("Welcome to Nextcloud Tables!", list.GetProperty("tables")[0].GetProperty("title").GetString());
        Assert.Equal(
            ["Name line", "Amount number", "State selection", "When date"],
            table
                .GetProperty("columns")
                .EnumerateArray()
                .Select(c => $"{c.GetProperty("title").GetString()} {c.GetProperty("type").GetString()}")
        );
        Assert.Equal("old", table.GetProperty("columns")[2].GetProperty("options")[1].GetString());
    }

    [Fact]
    public async Task A_table_that_is_not_there_says_so()
    {
        Cloud.Play("tables", "05-v1-404", V1 + "/tables/9999/scheme");
        await using var alice = await AliceAsync("tables.read");

        Assert.Contains(
            "it is not there",
            await ErrorAsync(alice, "read_table", new { table = 9999 }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Rows_come_in_pages_with_values_by_title()
    {
        Cloud
            .Play("tables", "11-v1-columns")
            .Play("tables", "18-v1-rows", V1 + "/tables/2/rows?limit=2&offset=0")
            .Play("tables", "27-v1-view-rows", V1 + "/views/2/rows?limit=51&offset=0");
        await using var alice = await AliceAsync("tables.read");

        var page = await CallAsync(alice, "list_rows", new { table = 2, limit = 1 });
        var view = await CallAsync(alice, "list_rows", new { table = 2, view = 2 });

        Assert.Equal(
            """{"Name":"Apples","Amount":2.5,"State":"old","When":"2026-12-01"}""",
            page.GetProperty("rows")[0].GetProperty("values").GetRawText()
        );
        Assert.True(page.TryGetProperty("nextCursor", out _));
        Assert.Equal(1, view.GetProperty("rows").GetArrayLength());
        Assert.False(view.TryGetProperty("nextCursor", out _));
    }

    [Fact]
    public async Task Rows_are_created_by_title_and_reported()
    {
        Cloud.Play("tables", "11-v1-columns").Play("tables", "13-v1-row-create");
        await using var alice = await AliceAsync("tables.write");

        var made = await CallAsync(
            alice,
            "create_rows",
            new
            {
                table = 2,
                rows = new[]
                {
                    new
                    {
                        Name = "Apples",
                        Amount = 2.5,
                        State = "old",
                        When = "2026-12-01",
                    },
                },
            }
        );

        Assert.Equal(12, made.GetProperty("rows")[0].GetProperty("id").GetInt32());
        Assert.Equal("""{"data":{"11":"Apples","12":2.5,"13":1,"14":"2026-12-01"}}""", Cloud.LastRequest.BodyText);
    }

    [Fact]
    public async Task Values_that_do_not_fit_write_no_row_at_all()
    {
        Cloud.Play("tables", "11-v1-columns");
        await using var alice = await AliceAsync("tables.write");

        var error = await ErrorAsync(
            alice,
            "create_rows",
            new
            {
                table = 2,
                rows = new object[] { new { Name = "good" }, new { Name = "x", Amount = "NaN?" }, new { Amount = 1 } },
            }
        );

        Assert.Contains("Row 2: 'Amount': it takes a number", error, StringComparison.Ordinal);
        Assert.Contains("Row 3: 'Name' is mandatory", error, StringComparison.Ordinal);
        Assert.DoesNotContain(Cloud.Requests, r => r.Method == "POST");
    }

    [Fact]
    public async Task What_the_app_refuses_comes_with_its_words()
    {
        Cloud.Play("tables", "11-v1-columns").Play("tables", "15-v1-row-create-missing-mandatory");
        await using var alice = await AliceAsync("tables.write");

        Assert.Contains(
            "Mandatory column",
            await ErrorAsync(alice, "create_rows", new { table = 2, rows = new[] { new { Name = "x" } } }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_row_is_changed_and_deleted_with_the_etag_of_its_reading()
    {
        Cloud
            .Play("tables", "11-v1-columns")
            .Play("tables", "18-v1-rows", V1 + "/tables/2/rows?limit=51&offset=0")
            .Play("tables", "20-v1-row-get")
            .Play("tables", "21-v1-row-update")
            .Play("tables", "49-v1-row-delete");
        await using var alice = await AliceAsync("tables.write");
        var read = await CallAsync(alice, "list_rows", new { table = 2 });
        var etag = read.GetProperty("rows")[0].GetProperty("etag").GetString();

        var changed = await CallAsync(
            alice,
            "update_row",
            new
            {
                row = 12,
                etag,
                values = new { Name = "Green apples" },
            }
        );
        var asked = await ErrorAsync(alice, "delete_row", new { row = 12, etag });
        Assert.DoesNotContain(Cloud.Requests, r => r.Method == "DELETE");
        await AgreedAsync(alice, "delete_row", new { row = 12, etag });

        Assert.Equal("Green apples", changed.GetProperty("values").GetProperty("Name").GetString());
        Assert.NotEqual(etag, changed.GetProperty("etag").GetString());
        Assert.Contains("Delete row 12 (Apples, ", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_changed_is_shown_and_not_written()
    {
        Cloud.Play("tables", "20-v1-row-get");
        await using var alice = await AliceAsync("tables.write");

        var update = await ErrorAsync(
            alice,
            "update_row",
            new
            {
                row = 12,
                etag = "stale",
                values = new { Name = "x" },
            }
        );
        var delete = await ErrorAsync(alice, "delete_row", new { row = 12, etag = "stale" });

        Assert.All([update, delete], e => Assert.Contains("\"Apples\"", e, StringComparison.Ordinal));
        Assert.All([update, delete], e => Assert.Contains("Current etag: ", e, StringComparison.Ordinal));
        Assert.DoesNotContain(Cloud.Requests, r => r.Method is "PUT" or "DELETE");
    }

    [Fact]
    public async Task A_row_that_is_not_there_says_so()
    {
        Cloud.Play("tables", "22-v1-row-404");
        await using var alice = await AliceAsync("tables.write");

        Assert.Contains(
            "it is not there",
            await ErrorAsync(alice, "delete_row", new { row = 99999, etag = "x" }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Tables_columns_and_views_are_created_and_changed()
    {
        Cloud
            .Play("tables", "37-v2-create")
            .Play("tables", "44-v2-update")
            .Play("tables", "08-v1-column-number")
            .Play("tables", "11-v1-columns")
            .Play("tables", "23-v1-column-update")
            .Play("tables", "24-v1-view-create")
            .Play("tables", "26-v1-view-update-filter");
        await using var alice = await AliceAsync("tables.write");

        var table = await CallAsync(alice, "set_table", new { title = "V2 table", emoji = "🧪" });
        var renamed = await CallAsync(alice, "set_table", new { table = 4, title = "Renamed" });
        var column = await CallAsync(
            alice,
            "set_column",
            new
            {
                table = 2,
                title = "Amount",
                type = "number",
                suffix = "kg",
            }
        );
        var changed = await CallAsync(
            alice,
            "set_column",
            new
            {
                table = 2,
                column = "amount",
                title = "Weight",
            }
        );
        var view = await CallAsync(
            alice,
            "set_view",
            new
            {
                table = 2,
                title = "Only new",
                columns = new[] { "Name", "Amount" },
                filter = new[] { "name contains apple" },
                sort = "-Amount",
            }
        );

        Assert.Equal(4, table.GetProperty("id").GetInt32());
        Assert.Equal("Renamed", renamed.GetProperty("title").GetString());
        Assert.Equal("number", column.GetProperty("type").GetString());
        Assert.Equal("Weight", changed.GetProperty("title").GetString());
        Assert.Equal("Name", view.GetProperty("filter")[0].GetProperty("column").GetString());
        Assert.Equal(
            """{"data":{"columnSettings":[{"columnId":11,"order":0},{"columnId":12,"order":1}],"filter":[[{"columnId":11,"operator":"contains","value":"apple"}]],"sort":[{"columnId":12,"mode":"DESC"}]}}""",
            Cloud.LastRequest.BodyText
        );
        Assert.Contains(
            "one of: is empty, begins with",
            await ErrorAsync(
                alice,
                "set_view",
                new
                {
                    table = 2,
                    title = "x",
                    filter = new[] { "Name like x" },
                }
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "There is no column 'Nope'. The columns are: Name",
            await ErrorAsync(alice, "set_column", new { table = 2, column = "Nope" }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Values_are_deleted_only_after_the_person_agreed()
    {
        Cloud
            .Play("tables", "35-v2-table")
            .Play("tables", "11-v1-columns")
            .Play("tables", "50-v1-column-delete")
            .Play("tables", "46-v2-delete", "/ocs/v2.php/apps/tables/api/2/tables/2")
            .Answer("DELETE", V1 + "/views/2", 200, "application/json", "{\"id\":2}");
        await using var alice = await AliceAsync("tables.write");

        await CallAsync(alice, "delete_table", new { table = 2, view = 2 });
        var refusal = await ErrorAsync(alice, "delete_table", new { table = 2, column = "When" });
        Assert.Contains("'When' of the table 'Inventory' with its values in 2 rows", refusal, StringComparison.Ordinal);
        await CallAsync(
            alice,
            "delete_table",
            new
            {
                table = 2,
                column = "When",
                confirmation = CodeIn(refusal),
            }
        );
        refusal = await ErrorAsync(alice, "delete_table", new { table = 2 });
        Assert.Contains("with 2 rows", refusal, StringComparison.Ordinal);
        await CallAsync(alice, "delete_table", new { table = 2, confirmation = CodeIn(refusal) });

        Assert.Equal(3, Cloud.Requests.Count(r => r.Method == "DELETE"));
    }

    private static string CodeIn(string refusal) => refusal.Split('\'')[^2];
}
