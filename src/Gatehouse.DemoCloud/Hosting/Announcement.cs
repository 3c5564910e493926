namespace Gatehouse.DemoCloud.Hosting;

/// <summary>The address the cloud tells others; known once the port is.</summary>
internal sealed class Announcement
{
    public string Url { get; set; } = "";
}
