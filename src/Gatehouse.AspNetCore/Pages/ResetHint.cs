using Gatehouse.Clients;

namespace Gatehouse.AspNetCore.Pages;

/// <summary>How to let one client forget this server.</summary>
/// <param name="Client">Its name for people.</param>
/// <param name="Step">Where and what.</param>
/// <param name="Command">What to type; null when there is nothing to type.</param>
public sealed record ResetHint(string Client, string Step, string? Command)
{
    /// <summary>The hint for what a request shows; null when no known client shows it. A hint only: nothing in it need be true.</summary>
    public static ResetHint? For(ClientTraits traits) =>
        KnownClients.Recognise(traits)?.Client is { } known
            ? new ResetHint(known.Name, known.Reset.Step, known.Reset.Command)
            : null;

    /// <summary>In one sentence, for an answer that is not a page.</summary>
    public override string ToString() =>
        Command is null
            ? $"For {Client}: {Step}"
            : $"For {Client}: {Step} {Command.Replace("\n", " && ", StringComparison.Ordinal)}";
}
