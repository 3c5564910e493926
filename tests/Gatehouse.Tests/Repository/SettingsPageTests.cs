using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gatehouse.Settings;
using Gatehouse.Verbs;
using Microsoft.Extensions.Configuration;

namespace Gatehouse.Tests.Repository;

/// <summary>The settings in docs/nextcloud.md are those of the program.</summary>
public sealed partial class SettingsPageTests
{
    private static string Page => Checkout.Read("docs/nextcloud.md");

    [Fact]
    public void Every_setting_has_its_row_with_flags_and_default()
    {
        var settings = new ServerSettings();
        var flags = Flags();
        var rows =
            from property in typeof(ServerSettings).GetProperties()
            select $"| `{property.Name}` |{Cell(string.Join(' ', flags[property.Name]))}|{Cell(Default(property, settings))}|";

        Assert.Equal(
            rows.Order(StringComparer.Ordinal),
            Row().Matches(Page).Select(match => match.Value).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_row_of_the_clients_names_every_key_of_one() =>
        Assert.All(
            typeof(ClientSettings).GetProperties(),
            property => Assert.Matches($@"\n\| `Clients` \|[^\n]*`{property.Name}`", Page)
        );

    [Fact]
    public void The_example_can_be_read()
    {
        using var folder = JsonDocument.Parse(Json().Match(Page).Groups["text"].Value);
        var configuration = new ConfigurationBuilder()
            .AddJsonStream(new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(folder)))
            .Build();

        Assert.Empty(SettingsSource.File(configuration).Problems());
    }

    // What each flag of the verb sets.
    private static ILookup<string, string> Flags() =>
        NextcloudVerb
            .Command()
            .Options.SelectMany(option =>
                ServingOptions
                    .Given(NextcloudVerb.Command().Parse([option.Name, "true"]))
                    .Select(given => (Key: given.Key.Split(':')[0], Flag: $"`{option.Name}`"))
            )
            .ToLookup(flag => flag.Key, flag => flag.Flag);

    private static string Cell(string text) => text.Length == 0 ? " " : $" {text} ";

    private static string Default(PropertyInfo property, ServerSettings settings) =>
        property.GetValue(settings) switch
        {
            null or "" => "",
            bool value => value ? "`true`" : "`false`",
            string value => $"`{value}`",
            IEnumerable => "`[]`",
            var value => string.Create(CultureInfo.InvariantCulture, $"`{value}`"),
        };

    [GeneratedRegex(
        @"^\| `[A-Z][A-Za-z]+` \| (`--[a-z` -]+` )?\| (`[^`|]+` )?\|",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Row();

    [GeneratedRegex("```json\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Json();
}
