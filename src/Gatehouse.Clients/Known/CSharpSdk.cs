namespace Gatehouse.Clients.Known;

internal static class CSharpSdk
{
    public static KnownClient Facts { get; } =
        new("csharp-sdk", "a program made with the C# SDK")
        {
            Source = "ModelContextProtocol on NuGet",
            Reset = new ClientReset(
                "Delete what the program's token cache has stored, or restart it: by default nothing is kept."
            ),
            Quirks = ["The name and the addresses are the program's own."],
        };
}
