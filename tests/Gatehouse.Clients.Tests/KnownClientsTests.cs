using System.Text.Json;
using System.Text.RegularExpressions;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Registration;

namespace Gatehouse.Clients.Tests;

/// <summary>What holds for every known client; a new file is held to it by being in the registry.</summary>
public sealed partial class KnownClientsTests
{
    public static TheoryData<string> Slugs => [.. KnownClients.All.Select(client => client.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void It_has_a_name_a_page_a_source_and_a_way_to_forget(string slug)
    {
        var client = Find(slug);

        Assert.Matches("^[a-z]+(-[a-z]+)*$", client.Slug);
        Assert.Equal($"docs/clients/{slug}.md", client.Page);
        Assert.False(string.IsNullOrWhiteSpace(client.Name));
        Assert.False(string.IsNullOrWhiteSpace(client.Source));
        Assert.Matches(client.Reset.Command is null ? @"\.$" : ":$", client.Reset.Step);
        Assert.NotEqual("", client.Reset.Command);
        Assert.DoesNotContain("`", client.Reset.Step, StringComparison.Ordinal);
        Assert.All(client.Quirks, quirk => Assert.EndsWith(".", quirk, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Everything_it_shows_leads_to_it_alone(string slug)
    {
        var client = Find(slug);

        Assert.All(Examples(client), traits => Assert.Same(client, KnownClients.Recognise(traits)?.Client));
        Assert.All(
            Examples(client),
            traits =>
                Assert.DoesNotContain(
                    KnownClients.All,
                    other =>
                        other != client
                        && Enum.GetValues<Evidence>().Any(evidence => KnownClients.Shows(other, traits, evidence))
                )
        );
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Nothing_it_is_recognised_by_is_a_version(string slug)
    {
        var client = Find(slug);
        string[] facts =
        [
            .. client.ClientNames,
            .. client.UserAgents,
            .. client.PrivateSchemes,
            .. client.Redirects.Select(pattern => pattern.Text.Replace("127.0.0.1", "", StringComparison.Ordinal)),
            .. client.Documents.Select(document => document.Url),
        ];

        Assert.All(facts, fact => Assert.DoesNotMatch(Version(), fact));
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_document_of_which_the_content_is_known_names_itself_and_its_source(string slug)
    {
        foreach (var document in Find(slug).Documents)
        {
            var id = IdOf(document);

            Assert.Equal(document.Content is null, document.ContentSource is null);
            Assert.True(document.IsAt(id));
            Assert.Same(document, KnownClients.Document(id));
            if (document.ContentFor(id) is { } content)
            {
                var root = JsonDocument.Parse(content).RootElement;
                Assert.Equal(id, root.GetProperty("client_id").GetString());
                Assert.NotEmpty(root.GetProperty("client_name").GetString()!);
                Assert.All(
                    root.GetProperty("redirect_uris").EnumerateArray(),
                    redirect => Assert.Null(Policy.Refuses(RedirectUri.Parse(redirect.GetString()).Value))
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Its_addresses_may_be_used(string slug) =>
        Assert.All(
            Find(slug).Redirects,
            pattern =>
                Assert.Null(
                    Policy.Refuses(
                        RedirectUri.Parse(pattern.Text.Replace("*", "aB-1_2", StringComparison.Ordinal)).Value
                    )
                )
        );

    [Fact]
    public void No_two_have_the_same_slug_or_name()
    {
        Assert.Distinct(KnownClients.All.Select(client => client.Slug));
        Assert.Distinct(KnownClients.All.Select(client => client.Name));
    }

    private static RedirectPolicy Policy { get; } = KnownClients.Redirects([], []);

    private static KnownClient Find(string slug) => KnownClients.All.Single(client => client.Slug == slug);

    private static IEnumerable<ClientTraits> Examples(KnownClient client) =>
        [
            .. client.Documents.Select(document => new ClientTraits(Id: IdOf(document))),
            .. client.Redirects.Select(pattern => new ClientTraits(
                Redirect: RedirectUri.Parse(pattern.Text.Replace("*", "aB-1_2", StringComparison.Ordinal)).Value
            )),
            .. client.ClientNames.Select(name => new ClientTraits(Name: name)),
            .. client.ClientNames.Select(name => new ClientTraits(Name: $"{name} (my laptop)")),
            .. client.UserAgents.Select(agent => new ClientTraits(UserAgent: agent + "1")),
        ];

    private static string IdOf(KnownDocument document) =>
        document.Url.Replace("{id}", "4-bzS8rt42zJ", StringComparison.Ordinal);

    [GeneratedRegex(@"\d+\.\d+")]
    private static partial Regex Version();
}
