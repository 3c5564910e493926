namespace Gatehouse.DemoCloud.Dav;

internal enum DavPlaceKind
{
    Root,
    OwnHome,
    ForeignHome,
}
