using System.Reflection;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Serving;

/// <summary>What the server calls itself towards clients.</summary>
internal static class ServerVersion
{
    public static string Text { get; } =
        typeof(ServerVersion)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    public static Implementation Implementation { get; } =
        new()
        {
            Name = "gatehouse-nextcloud",
            Title = "Nextcloud (Gatehouse)",
            Version = Text,
        };
}
