namespace Gatehouse.Clients.Known;

internal static class PythonSdk
{
    public static KnownClient Facts { get; } =
        new("python-sdk", "a program made with the Python SDK or FastMCP")
        {
            Source = "issues 972, 1919 and 4265 of PrefectHQ/fastmcp; src/fastmcp/client/auth/oauth.py there",
            Reset = new ClientReset(
                "Delete what the program's token storage has kept; FastMCP keeps it in memory unless told otherwise."
            ),
            ClientNames = ["FastMCP Client"],
            Quirks =
            [
                "It keeps the identifier of a registration and expects 401 invalid_client when the server has forgotten it.",
                "It may use an old refresh token again.",
            ],
        };
}
