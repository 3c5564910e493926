using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Search;

namespace Gatehouse.Nextcloud.Tools.Tests.Search;

public sealed class SearchCursorTests
{
    [Fact]
    public void A_search_of_a_cloud_with_all_its_apps_can_be_gone_on_with()
    {
        var places = Places(60);

        Assert.Equal(places, SearchCursor.Decode(Encoded(places)));
    }

    [Fact]
    public void One_that_no_cloud_needs_is_refused() =>
        Assert.Throws<ToolException>(() => SearchCursor.Decode(Encoded(Places(600))));

    private static Dictionary<string, string> Places(int providers) =>
        Enumerable
            .Range(0, providers)
            .ToDictionary(i => $"search-provider-of-some-app-{i}", i => $"{i}&=é" + new string('c', 60));

    private static string? Encoded(Dictionary<string, string> places) =>
        SearchCursor.Encode(places.Select(one => (one.Key, (string?)one.Value)));
}
