namespace Gatehouse.IdentityProviders.Hosting;

internal static partial class Log
{
    [LoggerMessage(
        2145,
        LogLevel.Warning,
        "Everybody whom {Issuer} signs in is let in: nothing below IdentityProviders restrains {Provider}, and it is not known whether anybody may sign up there. Name who may in Allow, or set Allow:Everyone to true if that is meant."
    )]
    public static partial void NobodyIsRestrained(this ILogger logger, string provider, string issuer);
}
