using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Tests.Dav;

public sealed class DavCallTests
{
    /// <summary>RFC 8144 §2.1: without the wish half of a listing says what things have not.</summary>
    [Fact]
    public void A_listing_wishes_for_no_more_than_there_is()
    {
        var request = DavCall.PropFind("/a", "Looking", depth: 1, new DavProperties(DavXml.Dav + "getetag"));

        Assert.Equal([new("Depth", "1"), new("Prefer", "return=minimal")], request.Headers);
    }
}
