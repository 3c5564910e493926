using System.Text.Json;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Notes;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests.Notes;

public sealed class NotesClientTests : CloudTest
{
    private const string List = "/index.php/apps/notes/api/v1/notes";
    private static readonly ETag first = ETag.Parse("620996f9103c5a0477488a1cdfc107ad");
    private static readonly ETag second = ETag.Parse("464b7e5e436e0662d12b7703a24ad81b");

    private NotesClient Notes => new(Transport);

    [Fact]
    public async Task A_note_is_read_with_its_text_and_etag()
    {
        Cloud.Play("notes", "12-get");

        var note = await Notes.GetAsync(Alice, 188, Token);

        Assert.Equal(
            new Note(
                188,
                "Shopping",
                "Home/Lists",
                "- milk\n- eggs",
                true,
                false,
                DateTimeOffset.FromUnixTimeSeconds(1795447195),
                first
            ),
            note
        );
        Assert.Equal("/index.php/apps/notes/note/188", note.WebPath);
        Assert.Equal("application/json", Cloud.LastRequest.Header("Accept"));
    }

    [Fact]
    public async Task The_recorded_credentials_are_sent_as_recorded()
    {
        Cloud.Play("notes", "12-get");

        await Notes.GetAsync(Alice, 188, Token);

        var recording = Recording.Load("notes", "12-get");
        var filled = recording.With(recording.Placeholders.ToDictionary(p => p, RecordedCloud.SecretOf));
        Assert.Equal(filled.Request.Header("Authorization"), Cloud.LastRequest.Header("Authorization"));
    }

    [Fact]
    public async Task A_list_comes_in_chunks_and_ends_with_the_ids_of_those_before()
    {
        Cloud.Play("notes", "10-list-chunk-1").Play("notes", "11-list-chunk-2");

        var one = await Notes.ListAsync(Alice, new NotesQuery { ChunkSize = 2, WithContent = true }, Token);
        var two = await Notes.ListAsync(
            Alice,
            new NotesQuery
            {
                ChunkSize = 2,
                WithContent = true,
                ChunkCursor = one.Next,
            },
            Token
        );

        Assert.Equal(["Shopping", "Ideas"], one.Notes.Select(n => n.Title));
        Assert.Equal("1795447196-1795447195-189", one.Next);
        Assert.Equal(2, one.Pending);
        Assert.Equal("# Ideas\n日本語 😀", one.Notes[1].Content);
        Assert.Equal(["Ideas (2)", "New note"], two.Notes.Select(n => n.Title));
        Assert.Null(two.Next);
        Assert.Equal([188, 189], two.UnchangedIds);
    }

    [Fact]
    public async Task A_list_without_texts_says_so_to_the_cloud()
    {
        Cloud.Play("notes", "07-list-exclude-content", List + "?chunkSize=50&exclude=content");

        var chunk = await Notes.ListAsync(Alice, new NotesQuery(), Token);

        Assert.Equal(4, chunk.Notes.Count);
        Assert.All(chunk.Notes, n => Assert.Null(n.Content));
        Assert.All(chunk.Notes, n => Assert.NotEqual(default, n.ETag));
    }

    [Fact]
    public async Task A_category_is_filtered_at_the_cloud()
    {
        Cloud.Play("notes", "08-list-category", List + "?chunkSize=50&category=Home%2FLists");

        var chunk = await Notes.ListAsync(Alice, new NotesQuery { Category = "Home/Lists", WithContent = true }, Token);

        Assert.Equal(188, Assert.Single(chunk.Notes).Id);
    }

    [Fact]
    public async Task Unchanged_notes_come_as_ids()
    {
        Cloud.Play("notes", "09-list-prune-before", List + "?chunkSize=50&pruneBefore=1795447295");

        var query = new NotesQuery { PruneBefore = DateTimeOffset.FromUnixTimeSeconds(1795447295), WithContent = true };
        var chunk = await Notes.ListAsync(Alice, query, Token);

        Assert.Empty(chunk.Notes);
        Assert.Equal([188, 190, 189, 191], chunk.UnchangedIds);
    }

    [Fact]
    public async Task A_note_is_created_as_recorded()
    {
        Cloud.Play("notes", "01-create");

        var note = await Notes.CreateAsync(
            Alice,
            new NoteDraft("Shopping", "- milk\n- eggs", "Home/Lists", true),
            Token
        );

        Assert.Equal(188, note.Id);
        AssertSameJson(Recording.Load("notes", "01-create").Request.Body!, Cloud.LastRequest.BodyText);
        Assert.Equal("application/json", Cloud.LastRequest.Header("Content-Type"));
    }

    [Fact]
    public async Task What_is_not_given_is_not_sent()
    {
        Cloud.Play("notes", "04-create-empty");

        var note = await Notes.CreateAsync(Alice, new NoteDraft(null, null), Token);

        Assert.Equal("New note", note.Title);
        Assert.Equal("{}", Cloud.LastRequest.BodyText);
    }

    [Fact]
    public async Task A_duplicate_title_comes_back_numbered()
    {
        Cloud.Play("notes", "03-create-same-title");

        Assert.Equal("Ideas (2)", (await Notes.CreateAsync(Alice, new NoteDraft("Ideas", "dup"), Token)).Title);
    }

    [Fact]
    public async Task An_update_carries_the_etag_and_returns_the_new_one()
    {
        Cloud.Play("notes", "17-update-content-if-match");

        var note = await Notes.UpdateAsync(
            Alice,
            188,
            first,
            new NoteChange(Content: "- milk\n- eggs\n- bread"),
            Token
        );

        Assert.Equal(second, note.ETag);
        Assert.Equal(first.Quoted, Cloud.LastRequest.Header("If-Match"));
        AssertSameJson(Recording.Load("notes", "17-update-content-if-match").Request.Body!, Cloud.LastRequest.BodyText);
    }

    [Fact]
    public async Task A_conflict_brings_the_note_as_it_is_now()
    {
        Cloud.Play("notes", "18-update-stale-if-match-412");

        var error = await ErrorOf(() =>
            Notes.UpdateAsync(Alice, 188, first, new NoteChange(Content: "conflict"), Token)
        );

        Assert.Equal(NextcloudErrorKind.Conflict, error.Kind);
        Assert.Equal(412, error.Status);
        Assert.Equal(second, error.CurrentETag);
        var current = NotesClient.CurrentNote(error);
        Assert.Equal("- milk\n- eggs\n- bread", current?.Content);
        Assert.Equal(second, current?.ETag);
    }

    [Fact]
    public async Task A_note_is_deleted()
    {
        Cloud.Play("notes", "28-delete").Play("notes", "29-delete-404");

        await Notes.DeleteAsync(Alice, 188, Token);
        var error = await ErrorOf(() => Notes.DeleteAsync(Alice, 188, Token));

        Assert.Equal(NextcloudErrorKind.NotFound, error.Kind);
    }

    [Fact]
    public async Task Another_persons_note_is_not_there()
    {
        Cloud.Play("notes", "15-get-other-user-404");

        Assert.Equal(NextcloudErrorKind.NotFound, (await ErrorOf(() => Notes.GetAsync(Bob, 188, Token))).Kind);
    }

    [Fact]
    public async Task Settings_are_read_and_written()
    {
        Cloud.Play("notes", "22-settings-get").Play("notes", "23-settings-put");

        var read = await Notes.GetSettingsAsync(Alice, Token);
        var written = await Notes.PutSettingsAsync(Alice, new NotesSettings("Notes", ".md"), Token);

        Assert.Equal(new NotesSettings("Notes", ".md", "rich"), read);
        Assert.Equal(read, written);
        AssertSameJson(Recording.Load("notes", "23-settings-put").Request.Body!, Cloud.LastRequest.BodyText);
    }

    [Fact]
    public async Task A_search_is_done_by_the_cloud()
    {
        Cloud.Play("search", "04-search-notes");

        Assert.Empty(await Notes.SearchAsync(Alice, "hello", 5, Token));
    }

    [Fact]
    public async Task What_a_search_finds_carries_the_id_of_the_note()
    {
        const string found = """
            {"ocs":{"meta":{"status":"ok","statuscode":200,"message":"OK"},"data":{"name":"Notes","isPaginated":false,"entries":[
            {"thumbnailUrl":"","title":"Shopping","subline":"- milk","resourceUrl":"http://127.0.0.1/index.php/apps/notes/note/188","icon":"icon-notes","rounded":false,"attributes":[]},
            {"thumbnailUrl":"","title":"Odd","subline":"","resourceUrl":"/somewhere","icon":"","rounded":false,"attributes":[]}],"cursor":null}}}
            """;
        Cloud.Answer(
            "GET",
            "/ocs/v2.php/search/providers/notes/search?term=m%C3%AFlk%20%26&limit=20",
            200,
            "application/json",
            found
        );

        var matches = await Notes.SearchAsync(Alice, "mïlk &", 20, Token);

        Assert.Equal([new NoteMatch(188, "Shopping", "- milk")], matches);
    }

    private static void AssertSameJson(string expected, string actual) =>
        Assert.True(
            JsonElement.DeepEquals(JsonElement.Parse(expected), JsonElement.Parse(actual)),
            $"{expected} was recorded, {actual} was sent"
        );
}
