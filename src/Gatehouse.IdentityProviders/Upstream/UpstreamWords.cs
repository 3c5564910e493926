using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Upstream;

/// <summary>What a tool says when there is no token to act as the person with: summary, cause, next step.</summary>
internal static class UpstreamWords
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static UpstreamAnswer.Failed GoneFrom(string place) =>
        new(
            UpstreamRemedy.SignInAgain,
            $"The sign-in at {place} is over, so nothing can be done there in the person's name.\nNext step: ask the person to sign in again in this client."
        );

    public static UpstreamAnswer.Failed Down(string place, TimeSpan? retryAfter) =>
        new(
            UpstreamRemedy.TryAgain,
            $"{place} does not answer at the moment, so nothing can be done there in the person's name. Nothing is lost, and nobody has to sign in again.\nNext step: try again in a little while."
        )
        {
            RetryAfter = retryAfter ?? Patience,
        };

    public static UpstreamAnswer.Failed Of(ProviderFailure failure, string place) =>
        failure.Remedy switch
        {
            ProviderRemedy.TryLater => Down(place, failure.RetryAfter),
            ProviderRemedy.SignInAgain => new(
                UpstreamRemedy.SignInAgain,
                $"{failure.Meaning}\nNext step: ask the person to sign in again in this client."
            ),
            ProviderRemedy.Denied => new(
                UpstreamRemedy.AskOperator,
                $"{failure.Meaning}\nNext step: tell the person that {place} does not allow it; its administrator can."
            ),
            _ => new(
                UpstreamRemedy.AskOperator,
                $"{failure.Meaning}\nNext step: tell the person that the operator of this server has to mend its settings at {place}; trying again does not help."
            ),
        };
}
