namespace Gatehouse.DemoCloud.Authentication;

/// <summary>Why nobody is signed in.</summary>
internal enum RefusalReason
{
    None,
    NoCredential,
    WrongPassword,
    UnknownBearer,
    Disabled,
    TwoFactorRequired,
    TooManyAttempts,
}
