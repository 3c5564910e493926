using Gatehouse.AspNetCore.Authorization;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>What the page that offers several ways to sign in shows.</summary>
/// <param name="SignIns">The ways.</param>
/// <param name="AsksEmail">Whether an e-mail address finds the way too.</param>
/// <param name="Email">An address for whose domain there is no way; null when none was typed.</param>
/// <param name="Action">Where the form goes.</param>
/// <param name="SupportId">The support id.</param>
public sealed record ChoicePageModel(
    IReadOnlyList<ISignIn> SignIns,
    bool AsksEmail,
    string? Email,
    string Action,
    string SupportId
)
{
    internal static ChoicePageModel Of(SignIns signIns, string? email, TransactionId id) =>
        new(
            signIns.Offered,
            signIns.Offered.Any(signIn => signIn.EmailDomains.Count > 0),
            email,
            SignInEndpoint.PathOf(id),
            id.Value
        );
}
