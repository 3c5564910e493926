using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Vault;

namespace Gatehouse.AspNetCore.Completion;

/// <summary>What a sign-in ends in, one for each <see cref="TransactionPurpose"/>.</summary>
internal interface IOutcome
{
    /// <summary>The person is known: writes all that follows from it together with the finished transaction, in one durable step.</summary>
    /// <param name="transaction">Still open.</param>
    /// <param name="person">Who signed in.</param>
    /// <param name="credential">What the sign-in brought, sealed. It is kept or queued for deletion in that step; when nothing is written the caller gives it back.</param>
    /// <returns>The finished transaction; null when another request finished it first, and then nothing is written.</returns>
    Task<OpenTransaction?> WriteAsync(OpenTransaction transaction, Person person, StoredCredential? credential);

    /// <summary>What <see cref="TransactionContent.Answer"/> is when the person cancels; null for nothing.</summary>
    string? Denial(OpenTransaction transaction);

    /// <summary>Takes the browser on from the sign-in's page, as often as it asks. The transaction is finished.</summary>
    Task<IResult> FinishAsync(OpenTransaction transaction, HttpContext context);
}
