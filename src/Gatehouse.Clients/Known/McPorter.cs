namespace Gatehouse.Clients.Known;

internal static class McPorter
{
    public static KnownClient Facts { get; } =
        new("mcporter", "mcporter")
        {
            Source = "measured, 0.12.3; its README",
            Reset = new ClientReset("In a terminal:", "mcporter auth NAME --reset"),
            ClientNames = ["mcporter"],
            Quirks = ["It registers anew and then uses the old refresh token with the old name."],
        };
}
