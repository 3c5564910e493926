namespace Gatehouse.Interop.Tests.Compatibility;

/// <summary>The steps of the story every client goes through, in order.</summary>
internal enum Step
{
    /// <summary>Discovery, registration, consent, the cloud's own sign-in, redemption of the code.</summary>
    SignIn,

    /// <summary>The list of tools arrives.</summary>
    ListTools,

    /// <summary>A tool answers as the person who signed in.</summary>
    Call,

    /// <summary>The access token ran out; a new one comes without the person.</summary>
    Refresh,

    /// <summary>A tool answers with the new access token.</summary>
    CallAgain,

    /// <summary>The connection was revoked; the person is asked to sign in anew, and a tool answers afterwards.</summary>
    SignInAnew,
}
