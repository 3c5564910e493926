using Gatehouse.OAuth.Registration;

namespace Gatehouse.Clients.Known;

internal static class Mcpc
{
    public static KnownClient Facts { get; } =
        new("mcpc", "mcpc")
        {
            Source = "measured, 0.2.6",
            Reset = new ClientReset(
                "In a terminal, with the address of the MCP endpoint:",
                "mcpc logout URL\nmcpc login URL"
            ),
            Redirects = [RedirectPattern.Of("http://localhost:8000/callback")],
            ClientNames = ["mcpc"],
            Quirks = ["It sends no state."],
        };
}
