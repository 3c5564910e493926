using Gatehouse.AspNetCore.Authorization;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>RFC 6749 §10.12: the <c>state</c> of a redirect to a provider. It names the transaction, and nobody can guess the rest of it.</summary>
public static class CallbackState
{
    /// <summary>A fresh one. The sign-in keeps it in its own state, and compares.</summary>
    public static string New(TransactionId id) => $"{id}.{RandomText.New()}";

    /// <summary>The transaction it names; what follows is not judged here.</summary>
    public static bool TryRead(string? state, out TransactionId id) =>
        TransactionId.TryParse(state?.Split('.')[0], out id);
}
