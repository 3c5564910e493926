using System.Net;
using System.Net.Sockets;
using Gatehouse.Tests.Verbs;

namespace Gatehouse.Tests.Settings;

public sealed class DataFolderTests
{
    [Fact]
    public async Task Data_go_to_the_home_of_a_user_who_never_had_any_and_not_into_the_working_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There HOME does not say where a person's folders are.");
        var home = Directory.CreateTempSubdirectory("gatehouse-home-");
        var working = Directory.CreateTempSubdirectory("gatehouse-working-");
        // Somebody else has the port, so that the server ends by itself once it has opened its data.
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        try
        {
            var run = await GatehouseRun.OfAsync(
                ["nextcloud", "--cloud", "https://cloud.example.com", "--urls", $"http://{taken.LocalEndpoint}"],
                working.FullName,
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["HOME"] = home.FullName,
                    ["XDG_DATA_HOME"] = "",
                    ["GATEHOUSE_ClientMetadataDocuments"] = "off",
                }
            );

            Assert.Equal(1, run.ExitCode);
            Assert.Empty(working.EnumerateFileSystemInfos());
            Assert.True(File.Exists(Path.Combine(home.FullName, ".local/share/gatehouse/nextcloud/gatehouse.db")));
        }
        finally
        {
            home.Delete(recursive: true);
            working.Delete(recursive: true);
        }
    }
}
