namespace Gatehouse.OAuth;

/// <summary>What opens a redirect address.</summary>
public enum RedirectUriKind
{
    /// <summary>A web page: https.</summary>
    Web,

    /// <summary>RFC 8252 §7.3: a program on this computer, http on a loopback host.</summary>
    Loopback,

    /// <summary>RFC 8252 §7.1: the app that claimed the scheme on this computer.</summary>
    PrivateScheme,
}
