using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Interop.Tests.Clients;

/// <summary>
/// The browser of a client that opens one by itself: a command named as the system's, first on PATH, that brings the address to this process,
/// where the person walks it.
/// </summary>
internal sealed class BrowserStub : IAsyncDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const string LongestLife = "600";

    private static readonly string[] names = ["xdg-open", "www-browser", "sensible-browser", "chromium", "open"];

    // Each process that was started with this browser carries the folder in its environment; what is left of them is found by it.
    private const string Mark = "GATEHOUSE_TEST_BROWSER";

    private readonly string folder = Directory.CreateTempSubdirectory("gatehouse-browser-").FullName;
    private readonly TaskCompletionSource<Exception> failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication app;

    private BrowserStub(PersonAtBrowser person)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(context => OpenAsync(context, person));
    }

    /// <summary>Ends when a walk went wrong, with what went wrong.</summary>
    public Task<Exception> Failed => failed.Task;

    /// <summary>The command that opens it.</summary>
    public string Program => Path.Combine(folder, names[0]);

    /// <summary>A home folder of its own for the client.</summary>
    public string Home => Path.Combine(folder, "home");

    public static async Task<BrowserStub> StartAsync(PersonAtBrowser person, CancellationToken cancellationToken)
    {
        var stub = new BrowserStub(person);
        await stub.app.StartAsync(cancellationToken);
        Directory.CreateDirectory(stub.Home);
        var script = $$"""
            #!/usr/bin/env node
            fetch('{{stub.app.Urls.Single()}}', { method: 'POST', body: process.argv[2] });

            """;
        foreach (var name in names)
        {
            var file = Path.Combine(stub.folder, name);
            await File.WriteAllTextAsync(file, script, cancellationToken);
            File.SetUnixFileMode(file, Executable);
        }

        return stub;
    }

    /// <summary>A command of a client, with this browser and a home of its own. It is ended from outside when it takes far too long.</summary>
    public ProcessStartInfo Command(string file, IEnumerable<string> arguments)
    {
        var command = new ProcessStartInfo("timeout", ["--kill-after=5", LongestLife, file, .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = Home,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Equip(command);
        return command;
    }

    private void Equip(ProcessStartInfo client)
    {
        client.Environment[Mark] = folder;
        client.Environment["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}";
        client.Environment["BROWSER"] = Program;
        client.Environment["DISPLAY"] = ":99";
        client.Environment["HOME"] = Home;
        client.Environment["PWD"] = Home;

        // Without this, xdg-open finds the system's real browser in its desktop files.
        foreach (
            var name in new[]
            {
                "XDG_DATA_DIRS",
                "XDG_DATA_HOME",
                "XDG_CONFIG_HOME",
                "XDG_CONFIG_DIRS",
                "XDG_CACHE_HOME",
            }
        )
        {
            client.Environment[name] = Home;
        }

        client.Environment.Remove("XDG_CURRENT_DESKTOP");
    }

    public async ValueTask DisposeAsync()
    {
        LeftProcesses.End($"{Mark}={folder}");
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task OpenAsync(HttpContext context, PersonAtBrowser person)
    {
        using var reader = new StreamReader(context.Request.Body);
        var url = await reader.ReadToEndAsync(context.RequestAborted);

        // The command ends at once, as a browser's does; the person takes their time.
        _ = WalkAsync(url, person);
    }

    private async Task WalkAsync(string url, PersonAtBrowser person)
    {
        try
        {
            await person.OpenAsync(url, CancellationToken.None);
        }
        catch (Exception problem)
        {
            failed.TrySetResult(problem);
        }
    }
}
