using System.Diagnostics;
using Gatehouse.Interop.Tests.Clients;
using Gatehouse.Testing.Browser;
using Gatehouse.Testing.Hosts;

namespace Gatehouse.Interop.Tests.Providers;

/// <summary>A provider of npm in its own Node.js process (providers/*/driver.mjs).</summary>
internal sealed class NpmProvider : RealProvider
{
    private readonly Process process;
    private readonly CapturedLog errors = new();

    private NpmProvider(Process process, bool takesSecret)
    {
        this.process = process;
        TakesSecret = takesSecret;
        process.ErrorDataReceived += (_, line) => errors.Add(line.Data ?? "");
        process.Start();
        process.BeginErrorReadLine();
    }

    public override string Issuer => issuer;

    public override bool TakesSecret { get; }

    private string issuer = "";

    /// <summary>Starts one; it listens when this returns.</summary>
    /// <param name="package">Its folder, such as <c>oidc-provider-9.13.3</c>.</param>
    /// <param name="arguments">What its driver takes.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="takesSecret">Whether it takes the client's secret.</param>
    public static async Task<NpmProvider> StartAsync(
        string package,
        IEnumerable<string> arguments,
        CancellationToken cancellationToken,
        bool takesSecret = true
    )
    {
        var folder = Path.Combine(ClientFolder.Root(), "tests", "Gatehouse.Interop.Tests", "providers", package);
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            throw new DirectoryNotFoundException($"The provider {package} is not installed. Run eng/bring-tools.");
        }

        var start = new ProcessStartInfo("node", ["driver.mjs", .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var provider = new NpmProvider(new Process { StartInfo = start }, takesSecret);
        try
        {
            provider.issuer =
                await provider.process.StandardOutput.ReadLineAsync(cancellationToken)
                ?? throw new InvalidOperationException($"{package} ended.\n{provider.errors.Tail}");
            return provider;
        }
        catch
        {
            await provider.DisposeAsync();
            throw;
        }
    }

    // The development pages of oidc-provider: any name, any password, then consent. The other one shows no page.
    public override async Task SignInAsync(ScriptedTab tab, CancellationToken cancellationToken)
    {
        if (tab.Buttons.Contains("Continue"))
        {
            await tab.PressAsync("Continue", cancellationToken);
            return;
        }

        tab.Fill("login", ScriptedPerson.Alice.Name);
        tab.Fill("password", ScriptedPerson.Alice.Password);
        await tab.PressAsync("Sign-in", cancellationToken);
    }

    public override ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
        return ValueTask.CompletedTask;
    }
}
