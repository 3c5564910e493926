using Gatehouse.Interop.Tests.Compatibility;
using Gatehouse.Interop.Tests.Lab;

namespace Gatehouse.Interop.Tests.Providers;

/// <summary>Clients of three habits at every provider. <c>./test --clients</c> says which; plain <c>./test</c> takes the light ones.</summary>
public sealed class ProviderMatrixTests(ProviderLab lab) : IClassFixture<ProviderLab>
{
    private static readonly string[] clients = ["client-2.4.0", "mcp-remote-0.15.1", "gemini-cli-core-0.61.0"];

    public static TheoryData<string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach (var client in clients.Where(key => Roster.Chosen.Any(entry => entry.Key == key)))
            {
                foreach (var provider in ProviderLab.Keys)
                {
                    cells.Add(provider, client);
                }
            }

            return cells;
        }
    }

    [Theory(Timeout = 600_000)]
    [MemberData(nameof(Cells))]
    public async Task A_person_signs_in_at_a_provider_and_the_client_works_and_refreshes(string provider, string client)
    {
        var stop = TestContext.Current.CancellationToken;
        var one = await lab.OfAsync(provider, stop);
        await one.Site.BeginAnewAsync(stop);
        one.Site.Person.Way = one.Way;
        var entry = Roster.Of(client);
        await using var driven = entry.Drive(one.Site);

        await new ProviderStory(one, entry, driven).WalkAsync(stop);
    }

    [Fact]
    public void Every_row_of_the_page_is_a_provider_of_the_lab() =>
        Assert.Subset(ProviderLab.Names.ToHashSet(), ProviderFile.Read().Select(run => run.Provider.Name).ToHashSet());
}
