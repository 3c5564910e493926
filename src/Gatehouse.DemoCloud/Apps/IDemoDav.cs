using Gatehouse.DemoCloud.Dav;

namespace Gatehouse.DemoCloud.Apps;

/// <summary>An app with trees of its own below <c>/remote.php/dav/</c>. They answer whether its page is switched on or not, as in the real one.</summary>
internal interface IDemoDav
{
    IEnumerable<IDavCollection> Collections { get; }
}
