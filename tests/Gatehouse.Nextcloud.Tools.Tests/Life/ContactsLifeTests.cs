using System.Text.Json;

namespace Gatehouse.Nextcloud.Tools.Tests.Life;

public sealed class ContactsLifeTests : LifeTest
{
    [Fact]
    public async Task A_contact_lives_from_its_creation_to_its_end_and_through_another_book()
    {
        await using var alice = await AliceAsync();
        var book = Id(await CallAsync(alice, "save_address_book", new { title = Unique }));
        AfterwardsAsync(async () =>
        {
            await using var again = await AliceAsync();
            await DeleteBookAsync(again, book);
        });

        var made = await CallAsync(
            alice,
            "save_contact",
            new
            {
                name = $"Zoë {Unique}",
                emails = new[] { $"{Unique}@example.com (work)" },
                phones = new[] { "+49 151 987 65 43 (cell)" },
                groups = new[] { Unique },
            }
        );
        var changed = await CallAsync(
            alice,
            "save_contact",
            new
            {
                id = Id(made),
                etag = Etag(made),
                note = "Line 1\nLine 2; with, all\\signs",
                emails = new[] { $"{Unique}@example.com (home)", $"second-{Unique}@example.com" },
            }
        );
        var stale = await ErrorAsync(
            alice,
            "save_contact",
            new
            {
                id = Id(made),
                etag = Etag(made),
                note = "lost",
            }
        );
        var byName = await CallAsync(alice, "list_contacts", new { query = Unique.ToUpperInvariant() });
        var byPhone = await CallAsync(alice, "list_contacts", new { query = "0151/9876543", book = "contacts" });
        var byGroup = await CallAsync(alice, "list_contacts", new { group = Unique });
        var moved = await CallAsync(
            alice,
            "save_contact",
            new
            {
                id = Id(changed),
                etag = Etag(changed),
                book,
            }
        );
        var read = await CallAsync(alice, "read_contact", new { id = Id(moved) });
        var gone = await ErrorAsync(alice, "read_contact", new { id = Id(made) });
        await AgreedAsync(alice, "delete_contact", new { id = Id(moved), etag = Etag(read) });
        var empty = await CallAsync(alice, "list_contacts", new { book });

        Assert.Contains("changed in the meantime", stale, StringComparison.Ordinal);
        Assert.Equal([Id(made)], Ids(byName));
        Assert.Contains(Id(made), Ids(byPhone));
        Assert.Equal([Id(made)], Ids(byGroup));
        Assert.StartsWith(book + "/", Id(moved), StringComparison.Ordinal);
        Assert.Equal("Line 1\nLine 2; with, all\\signs", read.GetProperty("note").GetString());
        Assert.Equal(
            [$"{Unique}@example.com (home)", $"second-{Unique}@example.com"],
            read.GetProperty("emails").EnumerateArray().Select(e => e.GetString())
        );
        Assert.Contains("not there", gone, StringComparison.Ordinal);
        Assert.Empty(Ids(empty));
    }

    [Fact]
    public async Task An_address_book_is_made_renamed_and_deleted()
    {
        await using var alice = await AliceAsync();

        var book = Id(await CallAsync(alice, "save_address_book", new { title = Unique }));
        await CallAsync(alice, "save_address_book", new { id = book, title = Unique + " & <friends>" });
        var books = await CallAsync(alice, "list_address_books", new { });
        await DeleteBookAsync(alice, book);
        var after = await CallAsync(alice, "list_address_books", new { });

        Assert.Equal(
            Unique + " & <friends>",
            books
                .GetProperty("addressBooks")
                .EnumerateArray()
                .Single(b => Id(b) == book)
                .GetProperty("title")
                .GetString()
        );
        Assert.DoesNotContain(after.GetProperty("addressBooks").EnumerateArray(), b => Id(b) == book);
    }

    private static async Task DeleteBookAsync(ModelContextProtocol.Client.McpClient alice, string book)
    {
        var asked = await ResultAsync(alice, "delete_address_book", new { id = book });
        if (TextOf(asked).Contains("confirmation", StringComparison.Ordinal))
            await CallAsync(
                alice,
                "delete_address_book",
                new { id = book, confirmation = TextOf(asked).Split('\'')[^2] }
            );
    }

    private static IEnumerable<string> Ids(JsonElement answer) =>
        answer.GetProperty("contacts").EnumerateArray().Select(Id);

    private static string Id(JsonElement answer) => answer.GetProperty("id").GetString()!;

    private static string Etag(JsonElement answer) => answer.GetProperty("etag").GetString()!;
}
