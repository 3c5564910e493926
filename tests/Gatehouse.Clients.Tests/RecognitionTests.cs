using Gatehouse.OAuth;
using Gatehouse.OAuth.Registration;

namespace Gatehouse.Clients.Tests;

public sealed class RecognitionTests
{
    private const string ClaudeCode = "https://claude.ai/oauth/claude-code-client-metadata";

    [Theory]
    [InlineData("Claude Code")]
    [InlineData("Claude Code (nextcloud)")]
    [InlineData("ChatGPT")]
    [InlineData("Visual Studio Code")]
    public void A_name_is_a_claim_whatever_it_is(string name)
    {
        var identity = Dynamic(name, "http://localhost:54212/callback");

        Assert.False(identity.IsVouchedFor);
        Assert.Equal(name, identity.Name);
        Assert.NotNull(identity.Known);
    }

    [Theory]
    [InlineData("http://127.0.0.1:33418/")]
    [InlineData("http://localhost:8787/callback")]
    [InlineData("cursor://anysphere.cursor-mcp/oauth/callback")]
    [InlineData("claude://claude.ai/mcp-auth-callback/sdk")]
    public void An_address_on_this_computer_is_a_claim(string redirect)
    {
        var identity = Dynamic("Nice Tool", redirect);

        Assert.False(identity.IsVouchedFor);
        Assert.Equal("Nice Tool", identity.Name);
    }

    [Theory]
    [InlineData("https://claude.ai/api/mcp/auth_callback", "Claude")]
    [InlineData("https://chatgpt.com/connector/oauth/aBc_1-2", "ChatGPT")]
    [InlineData("https://www.cursor.com/agents/mcp/oauth/callback", "Cursor")]
    public void The_owner_of_a_web_address_is_named_and_not_what_it_calls_itself(string redirect, string owner)
    {
        var identity = Dynamic("Your Bank", redirect);

        Assert.True(identity.IsVouchedFor);
        Assert.Equal(owner, identity.Name);
    }

    [Fact]
    public void The_document_of_a_known_client_vouches_for_its_name_on_this_computer_too()
    {
        var identity = ClientIdentity.Of(
            ClientId.Parse(ClaudeCode).Value,
            "Claude Code",
            ClientOrigin.Document,
            RedirectUri.Parse("http://localhost:3118/callback").Value
        );

        Assert.Equal(("Claude Code", true, "claude.ai"), (identity.Name, identity.IsVouchedFor, identity.DocumentHost));
    }

    [Theory]
    [InlineData(ClientOrigin.Dynamic)]
    [InlineData(ClientOrigin.Document)]
    public void A_page_that_hands_the_answer_on_to_whom_the_state_names_proves_nothing(ClientOrigin origin)
    {
        var identity = ClientIdentity.Of(
            ClientId.Parse("https://vscode.dev/oauth/client-metadata.json").Value,
            "Visual Studio Code",
            origin,
            RedirectUri.Parse("https://vscode.dev/redirect").Value
        );

        Assert.False(identity.IsVouchedFor);
    }

    [Fact]
    public void The_name_in_an_unknown_document_is_a_claim_of_its_host()
    {
        var identity = ClientIdentity.Of(
            ClientId.Parse("https://tool.example/client.json").Value,
            "Claude Code",
            ClientOrigin.Document,
            RedirectUri.Parse("http://localhost:3118/callback").Value
        );

        Assert.Equal(
            ("Claude Code", false, "tool.example"),
            (identity.Name, identity.IsVouchedFor, identity.DocumentHost)
        );
    }

    [Theory]
    [InlineData(true, "https://claude.ai/api/mcp/auth_callback", "https://claude.com/api/mcp/auth_callback")]
    [InlineData(false, "https://claude.ai/api/mcp/auth_callback", "https://other.example/callback")]
    [InlineData(false, "https://claude.ai/api/mcp/auth_callback", "https://chatgpt.com/connector/oauth/x")]
    [InlineData(false, "http://127.0.0.1/callback", "https://claude.ai/api/mcp/auth_callback")]
    [InlineData(false)]
    public void Without_the_address_that_was_used_a_name_is_vouched_for_only_by_all_of_them(
        bool vouched,
        params string[] redirects
    )
    {
        var client = new Client(
            ClientId.Parse("dyn.k.p.m").Value,
            new ClientMetadata(
                "Your Bank",
                [.. redirects.Select(redirect => RedirectUri.Parse(redirect).Value)],
                ClientAuthenticationMethod.None,
                "web"
            ),
            ClientOrigin.Dynamic,
            SecretHash: null
        );

        var identity = ClientIdentity.Of(client);

        Assert.Equal((vouched, vouched ? "Claude" : "Your Bank"), (identity.IsVouchedFor, identity.Name));
    }

    [Fact]
    public void An_identifier_that_only_looks_like_a_document_proves_nothing()
    {
        var identity = ClientIdentity.Of(
            ClientId.Parse(ClaudeCode).Value,
            "Anything",
            ClientOrigin.Dynamic,
            RedirectUri.Parse("http://localhost:3118/callback").Value
        );

        Assert.False(identity.IsVouchedFor);
    }

    [Fact]
    public void A_client_the_operator_named_has_that_name()
    {
        var identity = ClientIdentity.Of(
            ClientId.Parse("office").Value,
            "The office",
            ClientOrigin.Configured,
            RedirectUri.Parse("http://localhost/callback").Value
        );

        Assert.Equal(("The office", true), (identity.Name, identity.IsVouchedFor));
    }

    [Theory]
    [InlineData("https://chatgpt.com/oauth/codex/4-bzS8rt42zJ/client.json", "codex")]
    [InlineData("https://chatgpt.com/oauth/7NsWlQyClcg9/client.json", "chatgpt")]
    [InlineData("https://chatgpt.com/oauth/client.json", "chatgpt")]
    [InlineData("https://chatgpt.com/oauth/codex/../client.json", null)]
    [InlineData("https://chatgpt.com/oauth/codex/a/b/client.json", null)]
    [InlineData("https://chatgpt.com/oauth/codex//client.json", null)]
    [InlineData("https://chatgpt.com/oauth/codex/a%2fb/client.json", null)]
    [InlineData("https://CHATGPT.com/oauth/client.json", null)]
    [InlineData("https://chatgpt.com.evil.example/oauth/client.json", null)]
    [InlineData("https://claude.ai/oauth/claude-code-client-metadata?x", null)]
    public void A_document_is_recognised_byte_for_byte(string id, string? slug) =>
        Assert.Equal(slug, KnownClients.Recognise(new ClientTraits(Id: id))?.Client.Slug);

    private static ClientIdentity Dynamic(string name, string redirect) =>
        ClientIdentity.Of(
            ClientId.Parse("dyn.k.p.m").Value,
            name,
            ClientOrigin.Dynamic,
            RedirectUri.Parse(redirect).Value
        );
}
