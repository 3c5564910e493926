using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Search;

namespace Gatehouse.Nextcloud.Tests.Search;

public sealed class UnifiedSearchClientTests : CloudTest
{
    private const string Path = "/ocs/v2.php/search/providers";

    private UnifiedSearchClient Search => field ??= new(Transport, Time);

    [Fact]
    public async Task The_cloud_says_what_can_be_searched()
    {
        Cloud.Play("search", "01-providers");

        var providers = await Search.ProvidersAsync(Alice, Token);

        Assert.Contains(
            new SearchProvider("search-deck-card-board", "deck", "Deck boards and cards", false),
            providers
        );
        Assert.Contains(providers, p => p is { Id: "talk-message", App: "spreed" });
    }

    [Fact]
    public async Task What_can_be_searched_is_asked_once_for_each_person_and_anew_after_a_while()
    {
        Cloud.Play("search", "01-providers");

        await Search.ProvidersAsync(Alice, Token);
        await Search.ProvidersAsync(Alice, Token);
        await Search.ProvidersAsync(Bob, Token);
        Assert.Equal(2, Cloud.Requests.Length);
        Time.Advance(TimeSpan.FromMinutes(6));
        await Search.ProvidersAsync(Alice, Token);

        Assert.Equal(3, Cloud.Requests.Length);
    }

    [Fact]
    public async Task Hits_have_links_and_attributes()
    {
        Cloud.Play("search", "03-search-files");

        var page = await Search.SearchAsync(Alice, "files", "hello", 5, cursor: null, Token);

        Assert.Equal(["hello.txt", "hello.txt"], page.Hits.Select(h => h.Title));
        Assert.Equal("in Projects", page.Hits[0].Subline);
        Assert.EndsWith("/f/113", page.Hits[0].Link, StringComparison.Ordinal);
        Assert.Equal("/Projects/hello.txt", page.Hits[0].Attributes["path"]);
        Assert.Equal("5", page.Next);
    }

    [Fact]
    public async Task A_page_is_asked_for_by_its_cursor_and_an_empty_one_is_the_end()
    {
        Cloud.Play("search", "15-search-files-paged").Play("search", "16-search-files-cursor");

        var first = await Search.SearchAsync(Alice, "files", "e", 1, cursor: null, Token);
        var second = await Search.SearchAsync(Alice, "files", "e", 1, first.Next, Token);

        Assert.Single(first.Hits);
        Assert.Empty(second.Hits);
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task A_provider_without_pages_has_no_next_one()
    {
        Cloud.Play("search", "04-search-notes");

        Assert.Null((await Search.SearchAsync(Alice, "notes", "hello", 5, cursor: null, Token)).Next);
    }

    [Fact]
    public async Task A_provider_nobody_knows_makes_the_cloud_fail()
    {
        Cloud.Play("search", "05-search-deck-cards");

        var error = await ErrorOf(() => Search.SearchAsync(Alice, "deck-cards", "hello", 5, null, Token));

        Assert.Equal(NextcloudErrorKind.CloudFailed, error.Kind);
    }

    [Fact]
    public async Task An_empty_term_is_refused_in_the_clouds_words()
    {
        Cloud.Play("search", "17-search-empty-term", Path + "/files/search?term=&limit=5");

        var error = await ErrorOf(() => Search.SearchAsync(Alice, "files", "", 5, null, Token));

        Assert.Equal(NextcloudErrorKind.Refused, error.Kind);
        Assert.Equal("Nextcloud says: No valid filters provided", error.Cause);
    }

    [Fact]
    public async Task Links_without_a_host_are_of_this_cloud()
    {
        Cloud.Answer(
            "GET",
            Path + "/tasks/search?term=x&limit=5",
            200,
            "application/json",
            """
            {"ocs":{"meta":{"status":"ok","statuscode":200,"message":"OK"},"data":{"name":"Tasks","isPaginated":true,"entries":[
            {"thumbnailUrl":"","title":"Milk","subline":"","resourceUrl":"/apps/tasks/calendars/personal","icon":"","rounded":false,"attributes":[]}],"cursor":5}}}
            """
        );

        var page = await Search.SearchAsync(Alice, "tasks", "x", 5, cursor: null, Token);

        var hit = Assert.Single(page.Hits);
        Assert.Equal(Cloud.Address + "/apps/tasks/calendars/personal", hit.Link);
        Assert.Empty(hit.Attributes);
    }
}
