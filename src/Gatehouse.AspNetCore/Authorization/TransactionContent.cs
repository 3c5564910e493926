using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.SignIn;

namespace Gatehouse.AspNetCore.Authorization;

/// <summary>What a transaction holds; sealed wherever it is stored.</summary>
internal sealed record TransactionContent
{
    public required TransactionPurpose Purpose { get; init; }

    /// <summary>The name of the sign-in the person chose; null before.</summary>
    public string? SignIn { get; init; }

    /// <summary>The e-mail address the person typed to choose it.</summary>
    public string? LoginHint { get; init; }

    /// <summary>Who signed in, while an account is being linked.</summary>
    public IdentifiedPerson? Identified { get; init; }

    /// <summary>Where the sign-in stands; null before it has begun.</summary>
    public SignInProgress? Progress { get; init; }

    /// <summary>How often a sign-in was begun elsewhere for it.</summary>
    public int Starts { get; init; }

    /// <summary>Why it failed.</summary>
    public Problem? Problem { get; init; }

    /// <summary>What the browser carries away in the end, such as the address with the client's code; null when it carries nothing.</summary>
    public string? Answer { get; init; }

    /// <summary>Hash of the code in the answer, to see whether it was redeemed.</summary>
    public string? Code { get; init; }

    /// <summary>The person said no.</summary>
    public bool IsDenied { get; init; }

    /// <summary>Until when the answer is of use.</summary>
    public DateTimeOffset? AnswerUntil { get; init; }

    /// <summary>Never the answer, which carries a secret.</summary>
    public override string ToString() => $"TransactionContent {Purpose.GetType().Name} ***";
}
