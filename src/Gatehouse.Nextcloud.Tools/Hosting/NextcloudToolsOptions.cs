using Gatehouse.Nextcloud.Tools.Apps;

namespace Gatehouse.Nextcloud.Tools.Hosting;

/// <summary>Which of the tools a server has, and how much of them.</summary>
public sealed class NextcloudToolsOptions
{
    /// <summary>
    /// The apps whose tools keep to <see cref="Files.Rules.FileRules"/>. The others tell of files by an API of their own: where files are to be
    /// hidden, they are for those who know that.
    /// </summary>
    public static IReadOnlyList<string> AppsUnderFileRules { get; } =
    [.. NextcloudApps.All.Where(app => !app.PassesFileRules).Select(app => app.Name)];

    /// <summary>The names of the apps, such as <c>notes</c> and <c>calendar</c>; empty for all.</summary>
    public IList<string> Apps { get; } = [];

    /// <summary>Only tools that change nothing.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>How many calls all assistants of one person may make in a minute together; 0 for no limit.</summary>
    public int CallsPerMinute { get; set; } = 600;
}
