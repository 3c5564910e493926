namespace Gatehouse.AspNetCore.Authorization;

/// <summary>How far an attempt has come since the person consented.</summary>
public enum TransactionState
{
    /// <summary>The person is signing in elsewhere.</summary>
    SigningIn,

    /// <summary>The client has its answer: a code, or that the person said no.</summary>
    Finished,

    /// <summary>The sign-in went wrong; the page offers another try.</summary>
    Failed,
}
