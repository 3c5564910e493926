using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.IdentityProviders.Identity.Allow;

namespace Gatehouse.IdentityProviders.SignIn;

/// <summary>What the sign-in pages say of an answer from a provider; what the provider itself got wrong is in <see cref="Errors.ProviderProblems"/>.</summary>
internal static class SignInProblems
{
    public static Problem Expired(string provider) =>
        new(
            "provider-sign-in-expired",
            $"The sign-in at {provider} was not finished in time",
            "A sign-in is kept open for 20 minutes.",
            "Try again."
        );

    public static Problem AnswerForeign(string provider) =>
        new(
            "provider-answer-foreign",
            "This answer was not made for this sign-in",
            $"What came back from {provider} belongs to another sign-in, to another application, or to another provider. Nothing was done with it.",
            "Try again. If it happens again, give the support id to the operator: the log says what did not fit."
        );

    public static Problem NotAdmitted(Person person, string provider, AllowRefusal refusal) =>
        new(
            "provider-account-refused",
            "This account may not use this server",
            $"You are {person.DisplayName} at {provider}. This server does not let everybody in from there. {refusal.Reason}",
            refusal.Fix is { } fix
                ? $"Tell the operator of this server, with the support id. Operators: {fix}"
                : "Sign in with another account, or ask the operator of this server whether yours should be let in."
        );
}
