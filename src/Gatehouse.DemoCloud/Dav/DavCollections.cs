namespace Gatehouse.DemoCloud.Dav;

/// <summary>The trees below <c>/remote.php/dav/</c> by their first segment.</summary>
internal sealed class DavCollections(IEnumerable<IDavCollection> collections)
{
    private readonly Dictionary<string, IDavCollection> bySegment = collections.ToDictionary(
        collection => collection.Segment,
        StringComparer.Ordinal
    );

    public IDavCollection? Find(string segment) => bySegment.GetValueOrDefault(segment);
}
