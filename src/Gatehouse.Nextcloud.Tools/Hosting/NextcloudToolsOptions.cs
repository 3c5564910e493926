namespace Gatehouse.Nextcloud.Tools.Hosting;

/// <summary>Which of the tools a server has, and how much of them.</summary>
public sealed class NextcloudToolsOptions
{
    /// <summary>The names of the apps, such as <c>notes</c> and <c>calendar</c>; empty for all.</summary>
    public IList<string> Apps { get; } = [];

    /// <summary>Only tools that change nothing.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>How many calls all assistants of one person may make in a minute together; 0 for no limit.</summary>
    public int CallsPerMinute { get; set; } = 600;
}
