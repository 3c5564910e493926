using System.CommandLine;
using Gatehouse.Settings;

namespace Gatehouse.Verbs;

/// <summary>The database of a server, for verbs that work beside it: by <c>--data</c>, or where the server finds it in file, environment or by itself.</summary>
internal static class DataFolder
{
    /// <summary>The stores; they fail where there is no database or one of another version. Whoever opens them ends them.</summary>
    public static ServiceProvider Open(ParseResult parsed) =>
        new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddExistingSqliteStorage(Path.Combine(Find(parsed), "gatehouse.db"))
            .BuildServiceProvider();

    // Not all settings: a wrong address of the cloud is no reason not to end a connection.
    private static string Find(ParseResult parsed) =>
        parsed.GetValue(ServingOptions.Data) ?? SettingsReader.ReadDataFolder();
}
