using System.Xml.Linq;

namespace Gatehouse.Tests.Repository;

/// <summary>The arrows of docs/architecture.md: a room knows the rooms below it and no others.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Gatehouse.OAuth"] = [],
        ["Gatehouse.Clients"] = ["Gatehouse.OAuth"],
        ["Gatehouse.AspNetCore"] = ["Gatehouse.Clients", "Gatehouse.OAuth"],
        ["Gatehouse.Storage"] = ["Gatehouse.AspNetCore"],
        ["Gatehouse.IdentityProviders"] = ["Gatehouse.AspNetCore"],
        ["Gatehouse.Nextcloud"] = [],
        ["Gatehouse.Nextcloud.Tools"] = ["Gatehouse.Nextcloud"],
        ["Gatehouse.Nextcloud.Hosting"] = ["Gatehouse.AspNetCore", "Gatehouse.Nextcloud.Tools"],
        ["Gatehouse.DemoCloud"] = [],
        ["Gatehouse"] =
        [
            "Gatehouse.DemoCloud",
            "Gatehouse.IdentityProviders",
            "Gatehouse.Nextcloud.Hosting",
            "Gatehouse.Storage",
        ],
    };

    // What a library may bring along, and why.
    private static readonly Dictionary<string, string> AllowedPackages = new()
    {
        ["AngleSharp"] = "HTML by strangers, parsed as browsers parse it",
        ["Ical.Net"] = "the maths of recurrence rules",
        ["Microsoft.Data.Sqlite"] = "storage by plain ADO.NET",
        ["Microsoft.Extensions.Logging.Abstractions"] = "logging without a host",
        ["Microsoft.IdentityModel.JsonWebTokens"] = "all JOSE",
        ["ModelContextProtocol.AspNetCore"] = "the official MCP SDK",
        ["NodaTime"] = "time zones that come with the program, and local time as a type of its own",
        ["PdfPig"] = "the text of PDF files",
        ["RazorSlices"] = "HTML that encodes by default, without MVC",
        ["SQLitePCLRaw.bundle_e_sqlite3"] =
            "the SQLite that Microsoft.Data.Sqlite calls, pinned to a version without advisories",
        ["System.CommandLine"] = "verbs and flags",
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_the_rooms_below_it(string project)
    {
        var references = References(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.Equal(Allowed[project].Order(StringComparer.Ordinal), references.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_package_is_there_for_a_reason(string project) =>
        Assert.All(References(project, "PackageReference"), package => Assert.Contains(package, AllowedPackages.Keys));

    [Fact]
    public void Every_project_has_its_place_in_the_drawing() =>
        Assert.Equal(
            Allowed.Keys.Order(StringComparer.Ordinal),
            Directory
                .GetDirectories(Path.Combine(Checkout.Root, "src"))
                .Select(folder => Path.GetFileName(folder))
                .Order(StringComparer.Ordinal)
        );

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument
            .Load(Path.Combine(Checkout.Root, "src", project, project + ".csproj"))
            .Descendants(kind)
            .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));
}
