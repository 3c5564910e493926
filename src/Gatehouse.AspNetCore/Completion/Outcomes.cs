using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Device;
using Gatehouse.AspNetCore.People;
using Gatehouse.AspNetCore.PersonalTokens;

namespace Gatehouse.AspNetCore.Completion;

/// <summary>The outcome of each purpose.</summary>
internal sealed class Outcomes(ClientOutcome client, DeviceOutcome device, PageOutcome pages, TokenOutcome tokens)
{
    /// <summary>How long what a finished transaction carries can be fetched: long enough for a browser that asks before it opens an app.</summary>
    public static readonly TimeSpan AnswerLifetime = TimeSpan.FromMinutes(5);

    public IOutcome Of(OpenTransaction transaction) =>
        transaction.Content.Purpose switch
        {
            ClientAuthorization => client,
            DeviceAuthorization => device,
            PageSignIn => pages,
            TokenCreation => tokens,
            var other => throw new InvalidOperationException(
                $"Nothing is known to follow from {other.GetType().Name}."
            ),
        };
}
