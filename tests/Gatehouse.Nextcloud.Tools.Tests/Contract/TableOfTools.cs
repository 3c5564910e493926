using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tools.Tests.Contract;

/// <summary>Lines of words about tools, from a file of this folder.</summary>
internal static class TableOfTools
{
    /// <summary>The cells of the lines.</summary>
    public static IReadOnlyList<string[]> Read(string file) =>
        [
            .. File.ReadAllLines(RecordingFolder.InTests("Gatehouse.Nextcloud.Tools.Tests/Contract/" + file))
                .Where(line => line.Length > 0 && !line.StartsWith('#'))
                .Select(line => line.Split('\t')),
        ];
}
