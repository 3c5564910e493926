using System.Text.Json;

namespace Gatehouse.Nextcloud.Tools.Tests.Life;

public sealed class TablesLifeTests : LifeTest
{
    [Fact]
    public async Task A_table_lives_from_its_creation_to_its_end()
    {
        await using var alice = await AliceAsync();

        var table = Id(await CallAsync(alice, "set_table", new { title = Unique, emoji = "🧪" }));
        AfterwardsAsync(async () =>
        {
            await using var tidy = await AliceAsync();
            var question = await ResultAsync(tidy, "delete_table", new { table });
            await CallAsync(tidy, "delete_table", new { table, confirmation = TextOf(question).Split('\'')[^2] });
        });
        await ColumnAsync(alice, table, "Name", "line", mandatory: true);
        await ColumnAsync(alice, table, "Amount", "number");
        await ColumnAsync(alice, table, "State", "selection", options: ["new", "old"]);
        await ColumnAsync(alice, table, "Paid", "check");
        await ColumnAsync(alice, table, "When", "date");
        await CallAsync(
            alice,
            "create_rows",
            new
            {
                table,
                rows = new object[]
                {
                    new
                    {
                        Name = "Apples",
                        Amount = 2.5,
                        State = "old",
                        Paid = true,
                        When = "2026-12-01",
                    },
                    new
                    {
                        Name = "Pears",
                        Amount = 7,
                        State = "new",
                        Paid = false,
                    },
                },
            }
        );
        var refused = await ResultAsync(
            alice,
            "create_rows",
            new { table, rows = new object[] { new { Name = "x", Amount = "NaN?" } } }
        );
        var rows = (await CallAsync(alice, "list_rows", new { table })).GetProperty("rows");
        var apples = rows[0];
        var changed = await CallAsync(
            alice,
            "update_row",
            new
            {
                row = Id(apples),
                etag = Etag(apples),
                values = new { Name = "Green apples" },
            }
        );
        var stale = await ResultAsync(
            alice,
            "update_row",
            new
            {
                row = Id(apples),
                etag = Etag(apples),
                values = new { Name = "lost" },
            }
        );
        await CallAsync(
            alice,
            "set_column",
            new
            {
                table,
                column = "State",
                options = new[] { "old", "new", "broken" },
            }
        );
        var view = await CallAsync(
            alice,
            "set_view",
            new
            {
                table,
                title = "Many",
                filter = new[] { "Amount > 5" },
                sort = "-Amount",
            }
        );
        var many = (await CallAsync(alice, "list_rows", new { table, view = Id(view) })).GetProperty("rows");
        var scheme = await CallAsync(alice, "read_table", new { table });
        await AgreedAsync(alice, "delete_row", new { row = Id(changed), etag = Etag(changed) });
        var left = (await CallAsync(alice, "list_rows", new { table })).GetProperty("rows");
        await CallAsync(alice, "delete_table", new { table, view = Id(view) });

        Assert.True(refused.IsError);
        Assert.Equal(2, rows.GetArrayLength());
        Assert.Equal("old", apples.GetProperty("values").GetProperty("State").GetString());
        Assert.True(apples.GetProperty("values").GetProperty("Paid").GetBoolean());
        Assert.Equal(2.5, changed.GetProperty("values").GetProperty("Amount").GetDouble());
        Assert.Equal("old", changed.GetProperty("values").GetProperty("State").GetString());
        Assert.True(stale.IsError);
        Assert.Contains("Green apples", TextOf(stale), StringComparison.Ordinal);
        Assert.Equal(["Pears"], Names(many));
        Assert.Equal(3, scheme.GetProperty("columns")[2].GetProperty("options").GetArrayLength());
        Assert.Equal(["Pears"], Names(left));
    }

    [Fact]
    public async Task The_sample_table_is_one_that_bob_may_fill_and_not_empty()
    {
        _ = Demo;
        await using var bob = await BobAsync();

        var table = (await CallAsync(bob, "list_tables", new { })).GetProperty("tables")[0];
        var made = await CallAsync(
            bob,
            "create_rows",
            new { table = Id(table), rows = new object[] { new { Article = "Nails", Amount = 90 } } }
        );
        var rows = (await CallAsync(bob, "list_rows", new { table = Id(table) })).GetProperty("rows");
        var nails = rows.EnumerateArray().Single(r => Id(r) == Id(made.GetProperty("rows")[0]));
        var asked = await ErrorAsync(bob, "delete_row", new { row = Id(nails), etag = Etag(nails) });
        var denied = await ResultAsync(
            bob,
            "delete_row",
            new
            {
                row = Id(nails),
                etag = Etag(nails),
                confirmation = asked.Split('\'')[^2],
            }
        );

        Assert.Equal("Workshop stock", table.GetProperty("title").GetString());
        Assert.Equal("alice", table.GetProperty("owner").GetString());
        Assert.Contains("(Nails, 90", asked, StringComparison.Ordinal);
        Assert.True(denied.IsError);
        Assert.Contains("not allowed", TextOf(denied), StringComparison.Ordinal);
    }

    private static async Task ColumnAsync(
        ModelContextProtocol.Client.McpClient alice,
        long table,
        string title,
        string type,
        bool mandatory = false,
        string[]? options = null
    )
    {
        object column = options is null
            ? new
            {
                table,
                title,
                type,
                mandatory,
            }
            : new
            {
                table,
                title,
                type,
                options,
            };
        await CallAsync(alice, "set_column", column);
    }

    private static long Id(JsonElement answer) => answer.GetProperty("id").GetInt64();

    private static string? Etag(JsonElement answer) => answer.GetProperty("etag").GetString();

    private static IEnumerable<string?> Names(JsonElement rows) =>
        rows.EnumerateArray().Select(r => r.GetProperty("values").GetProperty("Name").GetString());
}
