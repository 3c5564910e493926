namespace Gatehouse.Clients.Known;

internal static class CopilotCli
{
    public static KnownClient Facts { get; } =
        new("copilot-cli", "GitHub Copilot CLI")
        {
            Source = "measured, 1.0.102",
            Reset = new ClientReset("In GitHub Copilot CLI:", "/mcp auth NAME"),
            Documents = [new KnownDocument("https://github.com/copilot/cli/client-metadata.json")],
            ClientNames = ["GitHub Copilot CLI"],
            Quirks = ["`copilot -p` uses stored tokens and never begins a sign-in; begin it in the interactive mode."],
        };
}
