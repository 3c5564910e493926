namespace Gatehouse.DemoCloud.News;

/// <summary>The feeds there are: this cloud fetches nothing from the internet.</summary>
internal static class KnownFeeds
{
    public static IReadOnlyList<KnownFeed> All { get; } =
    [
        new(
            "https://woodwork.example.com/feed.xml",
            "The Bench",
            "https://woodwork.example.com/",
            [
                new(
                    "https://woodwork.example.com/oak-prices",
                    "Oak is dearer again: what workshops can do",
                    "<p>Sawmills in the region raised the price of oak by <b>eight percent</b>.</p><ul><li>Order early</li><li>Ask for ash</li></ul><p>More in our <a href=\"https://woodwork.example.com/oak\">price table</a>.</p>",
                    1,
                    "Ruth Holm"
                ),
                new(
                    "https://woodwork.example.com/band-saw",
                    "Repairing a band saw instead of replacing it",
                    "<p>A new motor costs a fifth of a new saw.</p><blockquote>Most saws outlive their motors twice.</blockquote>",
                    6,
                    "Ruth Holm"
                ),
                new(
                    "https://woodwork.example.com/oiling",
                    "Oiling a table top: three coats or two?",
                    "<p>Two are enough when the wood is sanded to 240.</p>",
                    15
                ),
            ]
        ),
        new(
            "https://town.example.com/news.xml",
            "Town news",
            "https://town.example.com/",
            [
                new(
                    "https://town.example.com/fair",
                    "Spring fair: stands can be booked from Monday",
                    "<p>Craftspeople of the town get a discount of <b>20 %</b> until the end of the month.</p>",
                    0
                ),
                new(
                    "https://town.example.com/school",
                    "School closed on Friday",
                    "<p>The heating is being repaired. There is care for younger children from 8:00.</p>",
                    3
                ),
            ]
        ),
        new(
            "https://kitchen.example.com/rss",
            "Simple kitchen",
            "https://kitchen.example.com/",
            [
                new(
                    "https://kitchen.example.com/lemon-cake",
                    "Lemon cake without nuts",
                    "<p>For twelve: 250 g butter, 250 g sugar, 4 eggs, 250 g flour, 2 lemons.</p>",
                    2,
                    "Noor"
                ),
            ]
        ),
        // The one of the recordings.
        new(
            "http://127.0.0.1:9080/feed.xml",
            "Example feed",
            "http://127.0.0.1:9080/",
            [
                new("http://127.0.0.1:9080/1", "First item", "<p>Hello <b>world</b></p>", 0),
                new("http://127.0.0.1:9080/2", "Second item", "Second", 0),
            ]
        ),
    ];

    public static KnownFeed? Find(string url) => All.FirstOrDefault(feed => feed.Url == url);

    /// <summary>What alice and her family read.</summary>
    public static NewsState Sample(IEnumerable<string> people, long now) =>
        people.Aggregate(
            new NewsState(),
            (state, person) =>
            {
                var grown = state.WithFolder(person, "Workshop");
                grown = grown.WithFeed(person, All[0], grown.LastFolder, now);
                grown = grown.WithFeed(person, All[1], null, now);
                return grown.Marked(
                    person,
                    item => item.Url.EndsWith("/oiling", StringComparison.Ordinal),
                    item => item with { Unread = false, Starred = true }
                );
            }
        );
}
