namespace Gatehouse.DemoCloud.Hosting;

internal sealed class PlannedFault(Func<DemoCloudRequest, bool> match, DemoCloudFault fault, int left)
{
    public Func<DemoCloudRequest, bool> Match => match;

    public DemoCloudFault Fault => fault;

    public int Left { get; set; } = left;
}
