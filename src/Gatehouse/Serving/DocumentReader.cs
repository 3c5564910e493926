using Gatehouse.Nextcloud.Tools.Text;

namespace Gatehouse.Serving;

/// <summary>This program, started once more to read one document.</summary>
internal static class DocumentReader
{
    /// <summary>The verb that does it. No help names it: nobody but this program starts it.</summary>
    public const string Verb = "read-document";

    public static DocumentTextOptions Options => new() { Reader = [.. Program, Verb] };

    private static string[] Program
    {
        get
        {
            var program = Path.Combine(AppContext.BaseDirectory, "gatehouse");
            var host = OperatingSystem.IsWindows() ? program + ".exe" : program;
            // Started as "dotnet gatehouse.dll", only that dotnet is known to be there.
            return Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet"
                ? [Environment.ProcessPath!, program + ".dll"]
                : [host];
        }
    }
}
