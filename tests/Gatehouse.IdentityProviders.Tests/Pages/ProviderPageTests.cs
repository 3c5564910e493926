using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.IdentityProviders.Tests.Pages;

/// <summary>The pages of docs/identity-providers: one form for all, and what is to be copied from them can be used.</summary>
public sealed partial class ProviderPageTests
{
    private const string Folder = "docs/identity-providers";
    private const string Callback = "https://mcp.example.com/callback/";

    public static TheoryData<string> Slugs => [.. KnownProviders.All.Select(provider => provider.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_page_has_the_headings_of_all_pages_and_something_below_each(string slug)
    {
        var page = Read(slug);

        Assert.Equal(
            ["What to click there", "Configuration here", "What was tested", "Limits"],
            Heading().Matches(page).Select(match => match.Groups["title"].Value)
        );
        Assert.All(Heading().Split(page), part => Assert.NotEmpty(part.Trim()));
        Assert.StartsWith($"# {KnownProviders.Find(slug)!.Name}\n\n", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_page_says_what_was_measured_and_what_was_only_read(string slug) =>
        Assert.Matches(Basis(), Read(slug));

    [Theory]
    [MemberData(nameof(Slugs))]
    public void The_configuration_of_a_page_is_taken_by_the_server(string slug)
    {
        var provider = KnownProviders.Find(slug)!;
        if (provider.Protocol == ProviderProtocol.NextcloudLoginFlow)
        {
            using var json = JsonDocument.Parse(Assert.Single(Blocks(slug)));
            Assert.Equal(["cloud", "publicUrl"], json.RootElement.EnumerateObject().Select(member => member.Name));
            return;
        }

        var options = Configured(slug);

        Assert.Same(provider, PresetChoice.Of(options));
        Assert.DoesNotContain(
            // People link their Nextcloud, so that the claim that names it must be there as well.
            new IdentityProviderOptionsRules(options)
                .Problems()
                .Concat(AccountClaimRules.LinkProblems(options)),
            // The file with the secret is the reader's.
            problem => !problem.StartsWith(nameof(options.ClientSecretFile), StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void The_redirect_uri_of_a_page_is_that_of_its_configuration(string slug)
    {
        var named = RedirectUri().Matches(Read(slug)).Select(match => match.Value).ToList();
        if (KnownProviders.Find(slug)!.Protocol == ProviderProtocol.NextcloudLoginFlow)
        {
            Assert.Empty(named);
            return;
        }

        Assert.NotEmpty(named);
        Assert.All(named, uri => Assert.Equal(Callback + (Configured(slug).Name ?? slug), uri));
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_page_names_every_setting_of_its_provider(string slug) =>
        Assert.All(
            KnownProviders.Find(slug)!.Settings,
            setting => Assert.Contains(setting.Name, Read(slug), StringComparison.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_page_says_when_a_rule_is_required(string slug)
    {
        var provider = KnownProviders.Find(slug)!;

        Assert.Equal(
            provider.AdmitsEverybody || provider.TenantsOfEverybody.Count > 0 || provider.IssuersOfEverybody.Count > 0,
            Required().IsMatch(Read(slug))
        );
    }

    [Fact]
    public void Every_provider_has_its_page_and_every_page_its_provider_and_its_row()
    {
        var slugs = KnownProviders.All.Select(provider => provider.Slug).Order(StringComparer.Ordinal).ToList();
        var rows = Row().Matches(Read("README")).Select(match => match.Groups["slug"].Value);

        Assert.Equal(
            slugs,
            Directory
                .GetFiles(Path.Combine(Root, Folder), "*.md")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Where(name => name != "README")
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(slugs, rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_index_says_of_each_what_the_facts_say()
    {
        foreach (Match row in Row().Matches(Read("README")))
        {
            var provider = KnownProviders.Find(row.Groups["slug"].Value)!;
            var isOpen =
                provider.AdmitsEverybody || provider.TenantsOfEverybody.Count + provider.IssuersOfEverybody.Count > 0;

            Assert.Equal(provider.Name, row.Groups["name"].Value);
            Assert.Equal(isOpen || provider.Slug == "oidc", row.Groups["everybody"].Value != "no");
            Assert.Equal(provider.AccessTokens.Unprovable is null, row.Groups["tokens"].Value != "no");
            Assert.Equal(provider.Exchange != ExchangeForm.None, row.Groups["exchange"].Value != "no");
        }
    }

    [Fact]
    public void The_table_of_claims_says_what_is_compared()
    {
        var rows = ClaimRow()
            .Matches(Read("README"))
            .ToDictionary(row => row.Groups["slug"].Value, row => row.Groups["claims"].Value);

        Assert.Equal(
            KnownProviders
                .All.Where(provider => provider.Protocol != ProviderProtocol.NextcloudLoginFlow)
                .Select(provider => provider.Slug)
                .Order(StringComparer.Ordinal),
            rows.Keys
        );
        Assert.All(
            rows,
            row =>
                Assert.Equal(
                    KnownProviders.Find(row.Key)!.Identity.UserName is { Count: > 0 } claims
                        ? string.Join(", else ", claims.Select(claim => $"`{claim}`"))
                        : "none; write `accountClaim`",
                    row.Value
                )
        );
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_page_says_which_claim_a_linked_account_is_compared_with(string slug)
    {
        var provider = KnownProviders.Find(slug)!;
        if (provider.Protocol == ProviderProtocol.NextcloudLoginFlow)
        {
            return;
        }

        var said = Linked().Match(Read(slug)).Value;
        Assert.NotEmpty(said);
        // Google's is the address, in words; at oidc it is named behind what should be written.
        Assert.All(
            provider.Identity.UserName.Where(claim => claim is not ("email" or "login" or "sub")),
            claim => Assert.Contains($"`{claim}`", said, StringComparison.Ordinal)
        );
    }

    private static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Gatehouse.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of a checkout.");
        }

        return folder.FullName;
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(Root, Folder, name + ".md"));

    private static IEnumerable<string> Blocks(string slug) =>
        Block().Matches(Read(slug)).Select(match => match.Groups["text"].Value);

    private static IdentityProviderOptions Configured(string slug)
    {
        using var block = new MemoryStream(Encoding.UTF8.GetBytes(Assert.Single(Blocks(slug))));
        var section = new ConfigurationBuilder().AddJsonStream(block).Build().GetSection("identityProviders:0");
        return section.Get<IdentityProviderOptions>(binder => binder.ErrorOnUnknownConfiguration = true)!;
    }

    [GeneratedRegex("^## (?<title>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^# .+\n\n(Measured|Read)", RegexOptions.ExplicitCapture)]
    private static partial Regex Basis();

    [GeneratedRegex(
        "^```json\n(?<text>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Block();

    [GeneratedRegex(@"https://mcp\.example\.com/callback/[A-Za-z0-9-]*")]
    private static partial Regex RedirectUri();

    [GeneratedRegex("`allow`[^.;]* is required|it is required")]
    private static partial Regex Required();

    [GeneratedRegex("^.*The Nextcloud a person links must .*$", RegexOptions.Multiline)]
    private static partial Regex Linked();

    [GeneratedRegex(
        @"^\| `(?<slug>[a-z0-9-]+)` \| (?<claims>.+?) \|.*\|$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ClaimRow();

    [GeneratedRegex(
        @"^\| (?<name>.+) \| \[(?<slug>[a-z0-9-]+)\]\(\k<slug>\.md\) \| (?<everybody>.+) \| (?<tokens>.+) \| (?<exchange>.+) \|$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Row();
}
