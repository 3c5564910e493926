using System.Diagnostics;

namespace Gatehouse.Tests.Verbs;

/// <summary>A run of the real executable that ends by itself.</summary>
internal sealed record GatehouseRun(int ExitCode, string Output, string Errors)
{
    /// <summary>With that text as <c>gatehouse.json</c> in its working folder.</summary>
    public static async Task<GatehouseRun> WithSettingsAsync(
        string settings,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var folder = Directory.CreateTempSubdirectory("gatehouse-settings");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "gatehouse.json"),
                settings,
                TestContext.Current.CancellationToken
            );
            return await OfAsync(arguments, folder.FullName, environment);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static async Task<GatehouseRun> OfAsync(
        IEnumerable<string> arguments,
        string? workingFolder = null,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "gatehouse"), arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = workingFolder ?? Path.GetTempPath(),
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new GatehouseRun(process.ExitCode, await output, await errors);
    }
}
