using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Search;

namespace Gatehouse.Nextcloud.Tools.Tests.Search;

public sealed class SearchCursorTests
{
    [Fact]
    public void A_search_of_a_cloud_with_all_its_apps_can_be_gone_on_with()
    {
        var places = Enumerable
            .Range(0, 60)
            .ToDictionary(i => $"search-provider-of-some-app-{i}", i => $"{i}&=é" + new string('c', 60));

        var cursor = SearchCursor.Encode(places.Select(one => (one.Key, (string?)one.Value)));

        Assert.Equal(places, SearchCursor.Decode(cursor));
    }

    [Fact]
    public void What_is_longer_than_any_that_is_made_is_refused() =>
        Assert.Throws<ToolException>(() => SearchCursor.Decode(new string('c', 100_000)));
}
