using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tools.Tests.Page;

/// <summary>All tools of the other server, from <c>other-tools.tsv</c>: name, ours separated by commas or a dash, remark.</summary>
internal static class OtherTools
{
    public static IReadOnlyList<OtherTool> All { get; } =
    [
        .. File.ReadAllLines(RecordingFolder.InTests("Gatehouse.Nextcloud.Tools.Tests/Page/other-tools.tsv"))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .Select(parts => new OtherTool(
                parts[0],
                parts[1] == "-" ? [] : [.. parts[1].Split(',')],
                parts.ElementAtOrDefault(2) ?? ""
            )),
    ];
}
