using Gatehouse.Nextcloud.LoginFlow;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Stdio;

/// <summary>Login Flow v2 in a terminal: shows the link and waits until the person has granted.</summary>
internal sealed class TerminalLogin(NextcloudTransport transport, TimeProvider time, TextWriter output)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    /// <summary>The cloud forgets a flow after so long.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(20);

    /// <summary>Begins a sign-in and waits for its end.</summary>
    /// <exception cref="Gatehouse.Nextcloud.Errors.NextcloudException">The cloud cannot be asked.</exception>
    /// <exception cref="IOException">Nobody granted in time, or the cloud refused.</exception>
    public async Task<LoginFlowPoll.Granted> RunAsync(CloudAddress cloud, CancellationToken cancellationToken)
    {
        var client = new LoginFlowClient(transport, cloud);
        var flow = await client.StartAsync($"Gatehouse on {Ascii(Environment.MachineName)}", cancellationToken);
        await output.WriteLineAsync("Open this address in a browser, on any device, and grant access:");
        await output.WriteLineAsync();
        await output.WriteLineAsync("  " + flow.LoginUrl);
        await output.WriteLineAsync();
        await output.WriteLineAsync("Waiting … (Ctrl+C gives up)");

        var end = time.GetUtcNow() + Lifetime;
        while (time.GetUtcNow() < end)
        {
            switch (await client.PollAsync(flow, cancellationToken))
            {
                case LoginFlowPoll.Granted granted:
                    return granted;
                case LoginFlowPoll.Refused refused:
                    throw new IOException($"{refused.Error.Summary} {refused.Error.NextStep}");
                default:
                    await Task.Delay(Between, time, cancellationToken);
                    break;
            }
        }

        throw new IOException("Nobody granted access within 20 minutes. Run gatehouse login again.");
    }

    private static string Ascii(string name) =>
        string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.').Take(60));
}
