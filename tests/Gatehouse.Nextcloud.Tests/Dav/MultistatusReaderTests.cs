using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Tests.Dav;

public sealed class MultistatusReaderTests
{
    private static readonly XName title = DavXml.Dav + "displayname";
    private static readonly XName type = DavXml.Dav + "resourcetype";
    private static readonly XName size = DavXml.OwnCloud + "size";

    [Fact]
    public void Names_are_known_by_their_namespace_and_not_by_their_prefix()
    {
        const string xml =
            "<multistatus xmlns=\"DAV:\" xmlns:d=\"urn:other\"><d:response><href>/no</href></d:response><response>"
            + "<d:href>/no</d:href><href>/a</href><propstat><d:prop><displayname>no</displayname></d:prop><prop>"
            + "<x:size xmlns:x=\"http://owncloud.org/ns\">1</x:size><d:displayname>no</d:displayname><displayname>yes</displayname>"
            + "</prop><d:status>HTTP/1.1 404 Not Found</d:status><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>";

        var response = Assert.Single(Read(xml));

        Assert.Equal("/a", response.Href);
        Assert.Equal("yes", response.Text(title));
        Assert.Equal("1", response.Text(size));
        Assert.Equal(
            [size, XName.Get("displayname", "urn:other"), title],
            response.Properties.Select(p => XName.Get(p.LocalName, p.Namespace))
        );
    }

    [Fact]
    public void A_text_may_come_in_pieces() =>
        Assert.Equal(
            " a<b> & ü ",
            Property("<d:displayname> a<![CDATA[<b>]]><!-- no --> &amp; <?no?>&#252; </d:displayname>").Text(title)
        );

    [Theory]
    [InlineData("<d:status>HTTP/1.1 200 OK</d:status>", true)]
    [InlineData("<d:status>HTTP/1.1 200</d:status>", true)]
    [InlineData("<d:status>HTTP/2 200 </d:status>", true)]
    [InlineData("<d:status>HTTP/1.1 404 Not Found</d:status>", false)]
    [InlineData("<d:status>HTTP/1.1 403 200 OK</d:status>", false)]
    [InlineData("<d:status>HTTP/1.1 2000 OK</d:status>", false)]
    [InlineData("<d:status>200 OK</d:status>", false)]
    [InlineData("<d:status/>", false)]
    [InlineData("", false)]
    public void A_thing_has_the_properties_answered_200_and_no_others(string status, bool has)
    {
        var behind = Propstat("<d:displayname>a</d:displayname>", status);
        var before = $"<d:propstat>{status}<d:prop><d:displayname>a</d:displayname></d:prop></d:propstat>";

        Assert.Equal(has, One(behind).Has(title));
        Assert.Equal(has, One(before).Has(title));
    }

    [Fact]
    public void Several_propstats_are_one_thing()
    {
        var response = One(
            Propstat("<d:displayname>a</d:displayname>", "<d:status>HTTP/1.1 200 OK</d:status>")
                + Propstat("<oc:size/><d:getetag/>", "<d:status>HTTP/1.1 404 Not Found</d:status>")
                + Propstat("<d:resourcetype/>", "<d:status>HTTP/1.1 200 OK</d:status>")
        );

        Assert.Equal(["displayname", "resourcetype"], response.Properties.Select(p => p.LocalName));
    }

    [Fact]
    public void An_empty_property_is_there_and_says_nothing()
    {
        foreach (var empty in (string[])["<d:displayname/>", "<d:displayname></d:displayname>"])
        {
            var response = Property(empty + "<oc:size>1</oc:size>");

            Assert.True(response.Has(title));
            Assert.Null(response.Text(title));
            Assert.Empty(response.Elements(title));
            Assert.Equal("1", response.Text(size));
        }
    }

    [Fact]
    public void A_property_of_elements_gives_them_and_all_their_text()
    {
        var response = Property(
            "<d:resourcetype> <d:collection/>x<oc:a b=\"1\"><d:href>/a</d:href></oc:a></d:resourcetype><oc:size>1</oc:size>"
        );

        Assert.True(response.Elements(type)[0].Is(DavXml.Dav + "collection"));
        Assert.True(response.Elements(type)[1].Is(DavXml.OwnCloud + "a"));
        Assert.False(response.Elements(type)[1].Is(DavXml.Dav + "a"));
        Assert.Equal("1", response.Elements(type)[1].Attribute("b"));
        Assert.Equal(" x/a", response.Text(type));
        Assert.True(response.Holds(type, DavXml.Dav + "collection"));
        Assert.False(response.Holds(type, DavXml.Dav + "href"));
        Assert.False(response.Holds(size, DavXml.Dav + "collection"));
        Assert.Equal("1", response.Text(size));
    }

    [Fact]
    public void Attributes_are_those_in_no_namespace()
    {
        var element = Property("<oc:size xmlns:x=\"urn:x\" x:b=\"no\" b=\"1\" c=\"\"/>").Properties[0];

        Assert.Equal([new("b", "1"), new("c", "")], element.Attributes);
        Assert.Equal("", element.Attribute("c"));
        Assert.Null(element.Attribute("x"));
    }

    [Fact]
    public void Of_two_properties_of_one_name_the_last_counts() =>
        Assert.Equal("b", Property("<d:displayname>a</d:displayname><d:displayname>b</d:displayname>").Text(title));

    [Fact]
    public void However_many_names_there_are_each_is_itself()
    {
        var many = Enumerable.Range(0, 200).Select(i => $"a{i}").ToList();

        var response = Property(string.Concat(many.Concat(many).Select(name => $"<oc:{name}>{name}</oc:{name}>")));

        Assert.All(many, name => Assert.Equal(name, response.Text(DavXml.OwnCloud + name)));
    }

    [Fact]
    [SuppressMessage("Critical Code Smell", "S1215", Justification = "It is about what the collector may take.")]
    public void A_name_a_cloud_invents_does_not_stay_in_memory()
    {
        var name = NameOfInvented();

        GC.Collect();

        Assert.False(name.IsAlive);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(100_000, false)]
    public void Elements_are_nested_so_deep_and_no_deeper(int depth, bool isRead)
    {
        var nested =
            string.Concat(Enumerable.Repeat("<d:a>", depth)) + string.Concat(Enumerable.Repeat("</d:a>", depth));

        if (isRead)
            Assert.Single(Property(nested).Properties);
        else
            Assert.Throws<XmlException>(() => Property(nested));
    }

    [Fact]
    public void A_long_text_in_many_elements_is_refused_before_it_fills_the_memory()
    {
        var open = string.Concat(Enumerable.Repeat("<d:a>", 40));
        var close = string.Concat(Enumerable.Repeat("</d:a>", 40));

        Assert.Throws<XmlException>(() => Property(open + new string('x', 1_000_000) + close));
    }

    [Fact]
    public void A_thing_with_a_status_of_its_own_is_named()
    {
        var response = One("<d:status>HTTP/1.1 423 Locked</d:status><d:error><d:href>/no</d:href></d:error>");

        Assert.Equal("/a", response.Href);
        Assert.Empty(response.Properties);
    }

    [Fact]
    public void An_empty_multistatus_names_nothing()
    {
        Assert.Empty(Read("<d:multistatus xmlns:d=\"DAV:\"/>"));
        Assert.Equal("", Assert.Single(Read("<d:multistatus xmlns:d=\"DAV:\"><d:response/></d:multistatus>")).Href);
    }

    [Fact]
    public void An_answer_that_is_cut_off_is_none_wherever_it_is_cut()
    {
        var whole = Whole(
            Propstat("<d:resourcetype><d:collection/></d:resourcetype><d:displayname>a</d:displayname>", "")
        );

        for (var length = 0; length < whole.Length; length++)
        {
            var cut = whole[..length];
            Assert.Throws<XmlException>(() => Read(cut));
        }

        Assert.Throws<XmlException>(() => Read(whole + whole));
        Assert.Throws<XmlException>(() => Read(whole + "more"));
        Assert.Single(Read(whole + "\n"));
    }

    [Fact]
    public void What_is_asked_for_is_written_with_the_usual_prefixes() =>
        Assert.Equal(
            "<?xml version=\"1.0\"?><d:propfind xmlns:d=\"DAV:\" xmlns:oc=\"http://owncloud.org/ns\" xmlns:nc=\"http://nextcloud.org/ns\">"
                + "<d:prop><d:displayname /><oc:size /></d:prop></d:propfind>",
            Encoding.UTF8.GetString(new DavProperties(title, size).PropFind)
        );

    /// <summary>Apart, so that nothing of the reading is on the stack when the collector looks.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference NameOfInvented()
    {
        var response = Property("<oc:invented-by-this-cloud>1</oc:invented-by-this-cloud>");
        return new(response.Properties[0].LocalName);
    }

    private static DavResponse Property(string properties) =>
        One(Propstat(properties, "<d:status>HTTP/1.1 200 OK</d:status>"));

    private static DavResponse One(string inside) => Assert.Single(Read(Whole(inside)));

    private static string Propstat(string properties, string status) =>
        $"<d:propstat><d:prop>{properties}</d:prop>{status}<d:responsedescription>no</d:responsedescription></d:propstat>";

    private static string Whole(string inside) =>
        $"<?xml version=\"1.0\"?>\n<d:multistatus xmlns:d=\"DAV:\" xmlns:oc=\"http://owncloud.org/ns\">\n <d:response><d:href>/a</d:href>{inside}</d:response>\n</d:multistatus>";

    private static List<DavResponse> Read(string text)
    {
        using var xml = DavXml.Open(Encoding.UTF8.GetBytes(text));
        return new MultistatusReader(xml).Multistatus();
    }
}
