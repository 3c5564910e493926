using Gatehouse.AspNetCore.Pages;
using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Errors;

/// <summary>What the sign-in pages say when a provider does not go along.</summary>
internal static class ProviderProblems
{
    public static Problem Of(ProviderFailure failure, string provider) =>
        new(
            failure.Code,
            failure.Code switch
            {
                ProviderCodes.Unreachable => $"{provider} does not answer",
                ProviderCodes.Throttled => $"{provider} asks to slow down",
                ProviderCodes.Misconfigured => $"{provider} and this server do not fit together",
                ProviderCodes.Refused => $"{provider} does not accept what this server asks for",
                ProviderCodes.Denied => $"{provider} did not let you in",
                ProviderCodes.SignInAgain => $"The sign-in at {provider} has to begin again",
                _ => $"{provider} answered in a way nobody expected",
            },
            failure.Meaning,
            failure.Remedy == ProviderRemedy.AskOperator
                ? $"Tell the operator of this server, with the support id. Operators: {failure.Fix}"
                : failure.Fix
        );
}
