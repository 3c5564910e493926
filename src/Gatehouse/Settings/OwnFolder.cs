namespace Gatehouse.Settings;

/// <summary>The folders of this program in the home of whoever runs it.</summary>
internal static class OwnFolder
{
    /// <summary>The path; whoever writes there makes the folder.</summary>
    public static string In(Environment.SpecialFolder folder) =>
        Path.Combine(
            // Verified, a folder that nobody made yet is no path at all, and everything would go into the working folder.
            Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify),
            "gatehouse"
        );
}
