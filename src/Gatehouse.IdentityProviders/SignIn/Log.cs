using Gatehouse.AspNetCore.Authorization;

namespace Gatehouse.IdentityProviders.SignIn;

internal static partial class Log
{
    [LoggerMessage(
        2140,
        LogLevel.Warning,
        "Sign-in {SupportId}: an answer that came from {Provider} is refused: {Reason}"
    )]
    public static partial void AnswerRefused(
        this ILogger logger,
        TransactionId supportId,
        string provider,
        string reason
    );

    [LoggerMessage(
        2141,
        LogLevel.Warning,
        "Sign-in {SupportId}: {Subject} at {Provider} is not let in by the rule {Rule}: {Reason}"
    )]
    public static partial void NotAdmitted(
        this ILogger logger,
        TransactionId supportId,
        string provider,
        string subject,
        string rule,
        string reason
    );

    [LoggerMessage(
        2142,
        LogLevel.Warning,
        "Sign-in {SupportId}: the userinfo endpoint of {Provider} does not say more: {Code}: {Detail}"
    )]
    public static partial void AccountSilent(
        this ILogger logger,
        TransactionId supportId,
        string provider,
        string code,
        string detail
    );
}
