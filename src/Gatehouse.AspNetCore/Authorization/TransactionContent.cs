using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.SignIn;

namespace Gatehouse.AspNetCore.Authorization;

/// <summary>What a transaction holds; sealed wherever it is stored.</summary>
internal sealed record TransactionContent
{
    public required PendingRequest Request { get; init; }

    /// <summary>What the person granted.</summary>
    public required string Granted { get; init; }

    /// <summary>Where the sign-in stands; null before it has begun.</summary>
    public SignInProgress? Progress { get; init; }

    /// <summary>Why it failed.</summary>
    public Problem? Problem { get; init; }

    /// <summary>The address that carries the answer to the client.</summary>
    public string? Answer { get; init; }

    /// <summary>The answer is that the person said no.</summary>
    public bool IsDenied { get; init; }

    /// <summary>Until when the answer is of use.</summary>
    public DateTimeOffset? AnswerUntil { get; init; }

    /// <summary>Never the answer, which carries the code.</summary>
    public override string ToString() => $"TransactionContent {Request.SupportId} ***";
}
