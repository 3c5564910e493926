using Gatehouse.OAuth;

namespace Gatehouse.IdentityProviders.Discovery;

/// <summary>An address people or secrets are sent to: https, or plain http on this computer for an issuer that is there itself.</summary>
internal static class EndpointRule
{
    public static bool Accepts(string issuer, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0
        && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (IsLoopback(uri) && IsLoopback(issuer)));

    /// <summary>Whether an issuer is plain http on a loopback host.</summary>
    public static bool IsLoopback(string issuer) =>
        Uri.TryCreate(issuer, UriKind.Absolute, out var uri) && IsLoopback(uri);

    private static bool IsLoopback(Uri uri) => uri.Scheme == Uri.UriSchemeHttp && LoopbackHost.Is(uri.IdnHost);
}
