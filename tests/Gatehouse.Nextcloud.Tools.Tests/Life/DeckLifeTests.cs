using System.Text.Json;

namespace Gatehouse.Nextcloud.Tools.Tests.Life;

public sealed class DeckLifeTests : LifeTest
{
    [Fact]
    public async Task A_board_and_its_cards_live_from_their_creation_to_their_end()
    {
        await using var alice = await AliceAsync();

        var board = Id(await CallAsync(alice, "set_board", new { title = Unique, color = "ff0000" }));
        AfterwardsAsync(async () =>
        {
            await using var tidy = await AliceAsync();
            var question = await ResultAsync(tidy, "delete_board", new { board });
            await CallAsync(tidy, "delete_board", new { board, confirmation = TextOf(question).Split('\'')[^2] });
        });
        var doing = Id(
            await CallAsync(
                alice,
                "set_board",
                new
                {
                    board,
                    part = "list",
                    title = "Doing",
                    position = 1,
                }
            )
        );
        var done = Id(
            await CallAsync(
                alice,
                "set_board",
                new
                {
                    board,
                    part = "list",
                    title = "Done",
                    position = 2,
                }
            )
        );
        var label = Id(
            await CallAsync(
                alice,
                "set_board",
                new
                {
                    board,
                    part = "label",
                    title = Unique,
                    color = "00ff00",
                }
            )
        );
        var card = await CallAsync(
            alice,
            "set_card",
            new
            {
                list = doing,
                title = $"Write {Unique}",
                description = "**first**",
                due = "2026-12-24T18:00",
                labels = new[] { label },
            }
        );
        var second = await CallAsync(alice, "set_card", new { list = doing, title = "Second" });
        var moved = await CallAsync(
            alice,
            "set_card",
            new
            {
                card = Id(card),
                etag = Etag(card),
                list = done,
                done = true,
            }
        );
        var stale = await ResultAsync(
            alice,
            "set_card",
            new
            {
                card = Id(card),
                etag = Etag(card),
                title = "lost",
            }
        );
        await CallAsync(alice, "comment_card", new { card = Id(card), text = "Well done" });
        var read = await CallAsync(alice, "read_card", new { card = Id(card) });
        var cards = (await CallAsync(alice, "list_cards", new { board })).GetProperty("cards");
        var archived = await CallAsync(
            alice,
            "set_card",
            new
            {
                card = Id(card),
                etag = Etag(moved),
                archived = true,
            }
        );
        var put = (await CallAsync(alice, "list_cards", new { board, archived = true })).GetProperty("cards");
        await CallAsync(alice, "delete_card", new { card = Id(second), etag = Etag(second) });
        var left = (await CallAsync(alice, "list_cards", new { board })).GetProperty("cards");
        var gone = await ResultAsync(alice, "read_card", new { card = Id(second) });

        Assert.True(stale.IsError);
        Assert.Contains("it changed in the meantime", TextOf(stale), StringComparison.Ordinal);
        Assert.Equal("**first**", read.GetProperty("description").GetString());
        Assert.Equal(done, read.GetProperty("card").GetProperty("list").GetInt64());
        Assert.Equal(Etag(moved), read.GetProperty("card").GetProperty("etag").GetString());
        Assert.Equal(Unique, read.GetProperty("card").GetProperty("labels")[0].GetProperty("title").GetString());
        Assert.StartsWith(
            "2026-12-24T18:00:00",
            read.GetProperty("card").GetProperty("due").GetString(),
            StringComparison.Ordinal
        );
        Assert.True(read.GetProperty("card").TryGetProperty("done", out _));
        Assert.Equal("Well done", read.GetProperty("comments")[0].GetProperty("text").GetString());
        Assert.Equal(2, cards.GetArrayLength());
        Assert.True(archived.GetProperty("archived").GetBoolean());
        Assert.Equal(Id(card), put[0].GetProperty("id").GetInt64());
        Assert.Equal(0, left.GetArrayLength());
        Assert.True(gone.IsError);
    }

    [Fact]
    public async Task A_card_that_moves_to_another_board_takes_the_label_of_the_same_title_along()
    {
        await using var alice = await AliceAsync();
        List<long> lists = [];
        List<long> labels = [];
        foreach (var name in new[] { Unique + "a", Unique + "b" })
        {
            var board = Id(await CallAsync(alice, "set_board", new { title = name }));
            AfterwardsAsync(async () =>
            {
                await using var tidy = await AliceAsync();
                var question = await ResultAsync(tidy, "delete_board", new { board });
                await CallAsync(tidy, "delete_board", new { board, confirmation = TextOf(question).Split('\'')[^2] });
            });
            lists.Add(
                Id(
                    await CallAsync(
                        alice,
                        "set_board",
                        new
                        {
                            board,
                            part = "list",
                            title = "To do",
                        }
                    )
                )
            );
            var boards = await CallAsync(alice, "list_boards", new { limit = 200 });
            labels.Add(
                boards
                    .GetProperty("boards")
                    .EnumerateArray()
                    .Single(b => Id(b) == board)
                    .GetProperty("labels")[0]
                    .GetProperty("id")
                    .GetInt64()
            );
        }

        var card = await CallAsync(
            alice,
            "set_card",
            new
            {
                list = lists[0],
                title = "Wanderer",
                description = "stays",
                labels = new[] { labels[0] },
            }
        );
        var moved = await CallAsync(
            alice,
            "set_card",
            new
            {
                card = Id(card),
                etag = Etag(card),
                list = lists[1],
                position = 0,
            }
        );
        var read = await CallAsync(alice, "read_card", new { card = Id(card) });

        Assert.Equal(lists[1], moved.GetProperty("list").GetInt64());
        Assert.Equal(labels[1], read.GetProperty("card").GetProperty("labels")[0].GetProperty("id").GetInt64());
        Assert.Equal("stays", read.GetProperty("description").GetString());
    }

    [Fact]
    public async Task A_file_is_attached_to_a_card_and_taken_from_it_without_being_lost()
    {
        await using var alice = await AliceAsync();
        var board = Id(await CallAsync(alice, "set_board", new { title = Unique, color = "ff0000" }));
        AfterwardsAsync(async () =>
        {
            await using var tidy = await AliceAsync();
            var question = await ResultAsync(tidy, "delete_board", new { board });
            await CallAsync(tidy, "delete_board", new { board, confirmation = TextOf(question).Split('\'')[^2] });
        });
        object newList = new
        {
            board,
            part = "list",
            title = "Doing",
        };
        var list = Id(await CallAsync(alice, "set_board", newList));
        var card = Id(await CallAsync(alice, "set_card", new { list, title = "With a plan" }));
        var path = $"/{Unique}.md";
        await CallAsync(alice, "write_file", new { path, text = "the plan" });
        AfterwardsAsync(async () =>
        {
            await using var tidy = await AliceAsync();
            var read = await CallAsync(tidy, "read_file", new { path });
            await CallAsync(tidy, "delete_file", new { path, etag = Etag(read) });
        });

        var attached = await CallAsync(alice, "attach_to_card", new { card, path });
        var with = await CallAsync(alice, "read_card", new { card });
        var shared = await CallAsync(alice, "list_shares", new { path });
        await CallAsync(alice, "delete_card", new { card, attachment = Id(attached) });
        var without = await CallAsync(alice, "read_card", new { card });
        var still = await CallAsync(alice, "read_file", new { path });

        var one = Assert.Single(with.GetProperty("attachments").EnumerateArray());
        Assert.Equal((Id(attached), path), (Id(one), one.GetProperty("path").GetString()));
        Assert.Equal(
            "deck_card",
            Assert.Single(shared.GetProperty("items").EnumerateArray()).GetProperty("kind").GetString()
        );
        Assert.Empty(without.GetProperty("attachments").EnumerateArray());
        Assert.Equal("the plan", still.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Nothing_is_attached_to_a_card_somebody_may_not_change()
    {
        await using var alice = await AliceAsync();
        await using var bob = await BobAsync();
        var board = Id(await CallAsync(alice, "set_board", new { title = Unique, color = "ff0000" }));
        object newList = new
        {
            board,
            part = "list",
            title = "Doing",
        };
        var list = Id(await CallAsync(alice, "set_board", newList));
        var card = Id(await CallAsync(alice, "set_card", new { list, title = "Not bob's" }));

        var error = await ErrorAsync(bob, "attach_to_card", new { card, path = "/Documents/Website/About us.txt" });

        Assert.Contains("Attaching", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_board_is_one_that_alice_and_bob_share()
    {
        _ = Demo;
        await using var bob = await BobAsync();

        var board = (await CallAsync(bob, "list_boards", new { })).GetProperty("boards")[0];
        var mine = (await CallAsync(bob, "list_cards", new { })).GetProperty("cards");

        Assert.Equal("Website relaunch", board.GetProperty("title").GetString());
        Assert.Equal(["alice", "bob"], board.GetProperty("people").EnumerateArray().Select(p => p.GetString()));
        Assert.Contains(
            "New photos of the workshop",
            mine.EnumerateArray().Select(c => c.GetProperty("title").GetString())
        );
        Assert.DoesNotContain(
            "Privacy statement",
            mine.EnumerateArray().Select(c => c.GetProperty("title").GetString())
        );
    }

    private static long Id(JsonElement answer) => answer.GetProperty("id").GetInt64();

    private static string? Etag(JsonElement answer) => answer.GetProperty("etag").GetString();
}
