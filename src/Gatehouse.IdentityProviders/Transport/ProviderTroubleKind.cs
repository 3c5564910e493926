namespace Gatehouse.IdentityProviders.Transport;

/// <summary>What can go wrong between this server and a provider.</summary>
internal enum ProviderTroubleKind
{
    /// <summary>The name does not resolve or nobody takes the connection; nothing was sent.</summary>
    Unreachable,

    /// <summary>The certificate is not trusted here; nothing was sent.</summary>
    Untrusted,

    /// <summary>No answer in time; the request may have been received.</summary>
    TimedOut,

    /// <summary>The connection broke; the request may have been received.</summary>
    CutOff,

    /// <summary>It answered with a redirect, which is never followed: it could lead a secret elsewhere.</summary>
    Redirected,

    /// <summary>The answer is larger than any such answer.</summary>
    TooLarge,
}
