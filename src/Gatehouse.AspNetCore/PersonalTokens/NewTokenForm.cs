using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.PersonalTokens;

/// <summary>What the form shows that makes a token.</summary>
/// <param name="Seal">The proof of the form.</param>
/// <param name="Scopes">What there is to allow, in the order of the consent page.</param>
/// <param name="Days">The choices of its life.</param>
/// <param name="UsualDays">The one that is chosen at first.</param>
public sealed record NewTokenForm(
    string Seal,
    IReadOnlyList<SupportedScope> Scopes,
    IReadOnlyList<int> Days,
    int UsualDays
);
