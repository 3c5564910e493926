using System.Text.Json.Nodes;

namespace Gatehouse.IdentityProviders.Tests.ResourceServer;

public sealed class TokenScopesTests
{
    [Theory]
    [InlineData("notes.read", "notes.read")]
    [InlineData("notes.write", "notes.read notes.write")]
    [InlineData("openid notes.read profile", "notes.read")]
    [InlineData("openid,notes.read", "notes.read")]
    [InlineData("notes.read files.read", "notes.read")]
    [InlineData("notes/notes.write", "notes.read notes.write")]
    [InlineData("api://notes/notes.read", "notes.read")]
    [InlineData("reader", "notes.read")]
    [InlineData("editor", "notes.read notes.write")]
    public async Task Scopes_are_read_in_the_words_of_the_provider(string theirs, string ours)
    {
        await using var site = await StartAsync();

        var answer = await site.CallAsync(site.Token().With("scope", theirs).Sign());

        Assert.Equal((200, ours), (answer.Status, (string?)answer.Json["scopes"]));
    }

    [Theory]
    [InlineData("other/notes.read")]
    [InlineData("api://other/notes.read")]
    [InlineData("notes.read/notes/notes.read")]
    [InlineData("notes/reader")]
    [InlineData("NOTES.READ")]
    [InlineData("notes")]
    [InlineData("openid")]
    [InlineData("")]
    public async Task Scopes_of_other_resources_give_nothing_here(string theirs)
    {
        await using var site = await StartAsync();

        var answer = await site.CallAsync(site.Token().With("scope", theirs).Sign());

        Assert.Equal(403, answer.Status);
        Assert.Equal("insufficient_scope", (string?)answer.Json["error"]);
        Assert.Contains(
            "scope=\"notes.read notes.write\"",
            answer.Header("WWW-Authenticate"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("scp")]
    [InlineData("scope")]
    public async Task A_list_of_scopes_is_read_too(string claim)
    {
        await using var site = await StartAsync();

        var answer = await site.CallAsync(
            site.Token().Without("scope").With(claim, new JsonArray("openid", "notes.write")).Sign()
        );

        Assert.Equal((200, "notes.read notes.write"), (answer.Status, (string?)answer.Json["scopes"]));
    }

    [Theory]
    [InlineData("roles")]
    [InlineData("permissions")]
    public async Task What_the_person_may_do_is_not_added_to_what_the_client_was_given(string claim)
    {
        await using var site = await ResourceSite.StartAsync(tokens =>
        {
            tokens.ScopeClaims.Add("scope");
            tokens.ScopeClaims.Add(claim);
        });
        var all = new JsonArray("notes.read", "notes.write");

        var delegated = await site.CallAsync(site.Token().With(claim, all.DeepClone()).Sign());
        var own = await site.CallAsync(site.Token().Without("scope").With(claim, all.DeepClone()).Sign());

        Assert.Equal("notes.read", (string?)delegated.Json["scopes"]);
        Assert.Equal("notes.read notes.write", (string?)own.Json["scopes"]);
    }

    private static Task<ResourceSite> StartAsync() =>
        ResourceSite.StartAsync(tokens =>
        {
            tokens.ScopePrefixes.Add("notes/");
            tokens.ScopePrefixes.Add("api://notes/");
            tokens.ScopeMap["reader"] = "notes.read";
            tokens.ScopeMap["editor"] = "notes.write";
        });
}
