using Gatehouse.Bench.Load;

namespace Gatehouse.Bench.Measures;

/// <summary><c>gatehouse nextcloud</c> as <c>./gatehouse</c> builds it, with a cloud that nobody will call.</summary>
internal static class GatehouseExecutable
{
    private static readonly string File = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "..", "..", "Gatehouse", "release", "gatehouse")
    );

    public static Task<ServerProcess> StartAsync(string data) =>
        ServerProcess.StartAsync(
            File,
            url => ["nextcloud", "--cloud", "http://127.0.0.1:1", "--urls", url, "--data", data]
        );
}
