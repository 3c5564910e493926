using Gatehouse.DemoCloud.Authentication;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>How WebDAV says that it knows nobody: the complaints of all its backends in a row, and always a Basic challenge.</summary>
internal static class DavAuthentication
{
    private const string Challenge = "Basic realm=\"Nextcloud\", charset=\"UTF-8\"";
    private const string Others =
        "No public access to this resource., AppAPIAuth has not passed, This request is not for a federated calendar, ";
    private const string NoBasic =
        "No 'Authorization: Basic' header found. Either the client didn't send one, or the server is misconfigured";
    private const string NoBearer =
        "No 'Authorization: Bearer' header found. Either the client didn't send one, or the server is mis-configured";
    private const string Wrong = "Username or password was incorrect";

    public static DavError WrongPassword { get; } =
        DavError.NotAuthenticated($"{Others}{Wrong}, {NoBearer}, {Wrong}", Challenge);

    private static DavError Ajax { get; } =
        DavError.NotAuthenticated("Cannot authenticate over ajax calls", "DummyBasic realm=\"Nextcloud\"");

    public static DavError ErrorFor(HttpRequest request, RefusalReason reason) =>
        reason switch
        {
            RefusalReason.TooManyAttempts => DavError.TooManyRequests,
            RefusalReason.Disabled => DavError.Disabled,
            RefusalReason.TwoFactorRequired => DavError.PasswordLoginForbidden,
            _ when request.Headers.XRequestedWith == "XMLHttpRequest" => Ajax,
            RefusalReason.WrongPassword => WrongPassword,
            RefusalReason.UnknownBearer => DavError.NotAuthenticated(
                $"{Others}{NoBasic}, Bearer token was incorrect, {NoBasic}",
                Challenge
            ),
            _ => DavError.NotAuthenticated($"{Others}{NoBasic}, {NoBearer}, {NoBasic}", Challenge),
        };
}
