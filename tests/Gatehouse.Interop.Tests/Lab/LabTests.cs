using Gatehouse.Interop.Tests.Compatibility;

namespace Gatehouse.Interop.Tests.Lab;

/// <summary>Every client of the lab goes through the whole story. <c>./test --clients</c> says which; plain <c>./test</c> takes the light ones.</summary>
public sealed class LabTests
{
    public static TheoryData<string> Chosen => [.. Roster.Chosen.Select(entry => entry.Key)];

    [Theory(Timeout = 900_000)]
    [MemberData(nameof(Chosen))]
    public async Task Signs_in_works_refreshes_and_signs_in_anew_after_revocation(string key)
    {
        var entry = Roster.Of(key);
        await using var site = await LabSite.StartAsync(entry.Documents, TestContext.Current.CancellationToken);
        await using var client = entry.Drive(site);

        await new Story(entry, client, site).WalkAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Every_real_row_of_the_page_is_a_client_of_the_lab() =>
        Assert.Subset(
            Roster.All.Select(entry => $"{entry.Line.Name} {entry.Line.Version}").ToHashSet(),
            MatrixFile
                .Read()
                .Where(row => row.Client.Kind == ClientKind.Real)
                .Select(row => $"{row.Client.Name} {row.Client.Version}")
                .ToHashSet()
        );
}
