namespace Gatehouse.DemoCloud.Dav;

internal enum DavPlaceKind
{
    Root,
    Principal,
    OwnHome,
    ForeignHome,
}
