using System.Text;
using System.Text.Json;
using Gatehouse.OAuth.Registration;

namespace Gatehouse.OAuth.Tests.Registration;

/// <summary>RFC 7591: what a registration may be, and what it is answered with.</summary>
public sealed class ClientRegistrationTests
{
    private const string Redirect = "\"redirect_uris\":[\"http://127.0.0.1:1/callback\"]";

    [Fact]
    public void Rfc7591_section_3_1_the_example_is_refused_for_its_host_alone_and_accepted_once_the_host_is_listed()
    {
        // The language-tagged name, jwks_uri and the extension are left aside, as the RFC allows.
        var example =
            """
            {
              "redirect_uris": ["https://client.example.org/callback", "https://client.example.org/callback2"],
              "client_name": "My Example Client",
              "client_name#ja-Jpan-JP": "クライアント名",
              "token_endpoint_auth_method": "client_secret_basic",
              "logo_uri": "https://client.example.org/logo.png",
              "jwks_uri": "https://client.example.org/my_public_keys.jwks",
              "example_extension_parameter": "example_value"
            }
            """u8;

        Assert.Equal(OAuthErrorCodes.InvalidRedirectUri, Sample.Registration.Register(example, Sample.Key).Error?.Code);

        var rules = new ClientRegistrationRules(new RedirectPolicy([], ["client.example.org"], []));
        var answer = Sample.Json(rules.Register(example, Sample.Key).Value);

        Assert.Equal("My Example Client", answer.GetProperty("client_name").GetString());
        Assert.Equal("client_secret_basic", answer.GetProperty("token_endpoint_auth_method").GetString());
        Assert.Equal(0, answer.GetProperty("client_secret_expires_at").GetInt64());
        Assert.NotEmpty(answer.GetProperty("client_secret").GetString()!);
        Assert.False(answer.TryGetProperty("logo_uri", out _));
    }

    [Fact]
    public void The_answer_to_a_public_client_has_exactly_these_members_and_no_secret() =>
        Assert.Equal(
            [
                "application_type",
                "client_id",
                "grant_types",
                "redirect_uris",
                "response_types",
                "token_endpoint_auth_method",
            ],
            Sample
                .Json(Sample.Register($$"""{{{Redirect}}}""").Value)
                .EnumerateObject()
                .Select(member => member.Name)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_client_that_names_no_method_becomes_a_public_one_and_reads_it() =>
        Assert.Equal("none", Sample.Register($$"""{{{Redirect}}}""").Value.TokenEndpointAuthMethod);

    [Theory]
    [InlineData("client_secret_basic")]
    [InlineData("client_secret_post")]
    public void A_client_that_asks_for_a_secret_gets_one_and_the_secret_belongs_to_its_id(string method)
    {
        var answer = Sample.Register($$"""{{{Redirect}},"token_endpoint_auth_method":"{{method}}"}""").Value;

        var client = DynamicClientId.Open(ClientId.Parse(answer.ClientId).Value, Sample.Key)!;
        Assert.True(ClientSecret.From(answer.ClientSecret!).Matches(client.SecretHash!.Value));
    }

    [Fact]
    public void Two_confidential_clients_with_the_same_metadata_do_not_share_a_secret()
    {
        var body = $$"""{{{Redirect}},"token_endpoint_auth_method":"client_secret_post"}""";

        Assert.NotEqual(Sample.Register(body).Value.ClientSecret, Sample.Register(body).Value.ClientSecret);
    }

    [Theory]
    [InlineData("private_key_jwt")]
    [InlineData("None")]
    [InlineData("tls_client_auth")]
    public void A_method_that_is_not_offered_is_refused_and_those_that_are_get_named(string method)
    {
        var error = Sample.Register($$"""{{{Redirect}},"token_endpoint_auth_method":"{{method}}"}""").Error;

        Assert.Equal(OAuthErrorCodes.InvalidClientMetadata, error?.Code);
        Assert.Contains("client_secret_post", error!.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("client_name=x")]
    [InlineData("{\"redirect_uris\":\"http://127.0.0.1/\"}")]
    [InlineData("{\"redirect_uris\":[1]}")]
    [InlineData("{\"redirect_uris\":{}}")]
    [InlineData("{\"client_name\":5}")]
    [InlineData("{\"client_name\":\"\\ud800\"}")]
    [InlineData("{\"client_name\":\"a\",\"client_name\":\"b\"}")]
    [InlineData("{\"redirect_uris\":[],\"redirect_uris\":[\"http://127.0.0.1/\"]}")]
    public void A_body_that_is_no_JSON_object_of_metadata_is_refused(string body) =>
        Assert.Equal(OAuthErrorCodes.InvalidClientMetadata, Sample.Register(body).Error?.Code);

    [Fact]
    public void A_body_of_broken_UTF8_is_refused() =>
        Assert.Equal(
            OAuthErrorCodes.InvalidClientMetadata,
            Sample.Registration.Register([.. "{\"client_name\":\""u8, 0xC3, 0x28, .. "\"}"u8], Sample.Key).Error?.Code
        );

    [Fact]
    public void Depth_is_bounded()
    {
        var deep = $$"""{{{Redirect}},"x":{{new string('[', 200)}}{{new string(']', 200)}}}""";

        Assert.Equal(OAuthErrorCodes.InvalidClientMetadata, Sample.Register(deep).Error?.Code);
    }

    [Fact]
    public void Size_is_bounded()
    {
        var body = $$"""{{{Redirect}},"x":"{{new string('a', ClientRegistrationRequest.MaximumLength)}}"}""";

        Assert.Contains("longer", Sample.Register(body).Error!.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"grant_types\":null")]
    [InlineData("\"grant_types\":\"authorization_code\"")]
    [InlineData("\"scope\":[\"notes.read\"]")]
    [InlineData("\"client_uri\":false")]
    [InlineData("\"contacts\":{\"a\":[1]}")]
    [InlineData("\"client_name\":null")]
    [InlineData("\"application_type\":null")]
    [InlineData("\"application_type\":\"desktop\"")]
    [InlineData("\"token_endpoint_auth_method\":null")]
    [InlineData("\"token_endpoint_auth_method\":\"\"")]
    [InlineData("\"code_challenge_method\":[\"S256\"]")]
    public void Members_nobody_reads_and_empty_ones_do_no_harm(string member) =>
        Assert.Null(Sample.Register($$"""{{{Redirect}},{{member}}}""").Error);

    [Fact]
    public void A_registration_without_addresses_is_accepted_and_good_for_nothing()
    {
        Assert.Empty(Sample.Register("{}").Value.RedirectUris);
        Assert.Empty(Sample.Register("""{"redirect_uris":null}""").Value.RedirectUris);
    }

    [Fact]
    public void One_usable_address_is_enough_but_the_others_stay_unusable()
    {
        var answer = Sample
            .Register("""{"redirect_uris":["https://evil.example/","http://localhost/callback"]}""")
            .Value;

        var client = DynamicClientId.Open(ClientId.Parse(answer.ClientId).Value, Sample.Key)!;
        Assert.Null(Ask(client, "http://localhost:8/callback").Error);
        Assert.Equal(OAuthErrorCodes.InvalidRedirectUri, Ask(client, "https://evil.example/").Error?.Code);
    }

    [Fact]
    public void No_usable_address_at_all_is_refused() =>
        Assert.Equal(
            OAuthErrorCodes.InvalidRedirectUri,
            Sample.Register("""{"redirect_uris":["https://evil.example/","ms-msdt:/id"]}""").Error?.Code
        );

    [Fact]
    public void Ten_addresses_are_accepted_and_eleven_are_not()
    {
        Assert.Null(Sample.Register(Body(10)).Error);
        Assert.Equal(OAuthErrorCodes.InvalidRedirectUri, Sample.Register(Body(11)).Error?.Code);

        static string Body(int count) =>
            JsonSerializer.Serialize(
                new Dictionary<string, string[]>(StringComparer.Ordinal)
                {
                    ["redirect_uris"] = [.. Enumerable.Range(0, count).Select(i => $"http://127.0.0.1/{i}")],
                }
            );
    }

    [Theory]
    [InlineData("com.example.app:/")]
    [InlineData("http://localhost?")]
    public void Metadata_too_long_for_an_identifier_is_refused_in_words(string start)
    {
        var body = $$"""{"redirect_uris":["{{start.PadRight(2000, 'a')}}"]}""";

        var error = Sample.Register(body).Error;

        Assert.Equal(OAuthErrorCodes.InvalidClientMetadata, error?.Code);
        Assert.Contains("too long", error!.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Claude\u202Eedoc", "Claudeedoc")]
    [InlineData("Cla\u200Bude", "Claude")]
    [InlineData("  Claude \r\n", "Claude")]
    [InlineData("a\u2028b\u2029c", "abc")]
    [InlineData("Claude\U000E0041", "Claude")]
    [InlineData("\uE000x", "x")]
    [InlineData("名前 é 😀", "名前 é 😀")]
    [InlineData("<b>\"&'", "<b>\"&'")]
    [InlineData("\u200B", null)]
    [InlineData("   ", null)]
    public void A_name_keeps_its_visible_characters_only(string asked, string? kept) =>
        Assert.Equal(kept, Sample.Metadata(asked).Name);

    [Fact]
    public void A_name_is_cut_at_100_characters_and_never_through_the_middle_of_one()
    {
        var name = Sample.Metadata(new string('a', 99) + "😀😀").Name;

        Assert.Equal(new string('a', 99) + "😀", name);
        Assert.Null(
            Sample.Registration.Register(Encoding.UTF8.GetBytes($$"""{"client_name":"{{name}}x"}"""), Sample.Key).Error
        );
    }

    [Theory]
    [InlineData("web", "web")]
    [InlineData("native", "native")]
    [InlineData(null, "native")]
    [InlineData("x", "native")]
    public void The_application_type_is_web_or_native(string? asked, string kept) =>
        Assert.Equal(
            kept,
            new ClientMetadataRule(Sample.Policy)
                .Apply(new ClientRegistrationRequest { ApplicationType = asked })
                .Value.ApplicationType
        );

    private static Result<RedirectUri> Ask(Client client, string redirect) =>
        Sample.Authorization.ReadRedirectUri(Sample.Parameters(("redirect_uri", redirect)), client);
}
